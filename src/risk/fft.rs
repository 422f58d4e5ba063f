//! A small complex Fourier transform with the same bits on every processor.
//!
//! Twiddles come from `libm`, butterflies are plain multiplications and additions in a fixed order. Why not a
//! library: `docs/decisions/0001-own-fourier-transform.md`.
//!
//! Spectra stay in bit-reversed order: the forward transform (decimation in frequency) produces it, the
//! inverse (decimation in time) consumes it, and what happens in between is pointwise. In that order the
//! mirror frequency of place `i` in the block `2^m..2^(m+1)` is the block read backwards (see [`mirror`]).

use std::ops::Range;

/// Real and imaginary parts in two arrays, so that loops over them vectorise.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Signal {
    pub re: Vec<f64>,
    pub im: Vec<f64>,
}

impl Signal {
    pub fn zeros(len: usize) -> Self {
        Self { re: vec![0.0; len], im: vec![0.0; len] }
    }

    pub fn len(&self) -> usize {
        self.re.len()
    }

    /// Adds a multiple of another signal.
    pub fn add_scaled(&mut self, factor: f64, other: &Self) {
        self.re.iter_mut().zip(&other.re).for_each(|(place, it)| *place += factor * it);
        self.im.iter_mut().zip(&other.im).for_each(|(place, it)| *place += factor * it);
    }

    /// Multiplies by `1 + probability * (other - 1)`: the spectrum of an event that brings another one along with that
    /// probability.
    pub fn bring(&mut self, probability: f64, other: &Self) {
        for at in 0..self.len() {
            let (re, im) = (1.0 + probability * (other.re[at] - 1.0), probability * other.im[at]);
            let (own_re, own_im) = (self.re[at], self.im[at]);
            (self.re[at], self.im[at]) = (own_re * re - own_im * im, own_re * im + own_im * re);
        }
    }
}

/// Transforms of one length, a power of two of at least 4.
#[derive(Clone, Debug)]
pub(super) struct Fft {
    len: usize,
    /// Cosines and sines of all stages: the stage with `half` butterflies per block starts at `half`.
    cosines: Vec<f64>,
    sines: Vec<f64>,
}

impl Fft {
    pub fn new(len: usize) -> Self {
        assert!(len.is_power_of_two() && len >= 4, "transform lengths are powers of two");
        let (mut cosines, mut sines) = (vec![0.0; len], vec![0.0; len]);
        let widest = len / 2;
        for at in 0..widest {
            let angle = std::f64::consts::PI * at as f64 / widest as f64;
            let (sine, cosine) = libm::sincos(angle);
            (cosines[widest + at], sines[widest + at]) = (cosine, sine);
        }
        let mut half = widest / 2;
        while half >= 1 {
            for at in 0..half {
                (cosines[half + at], sines[half + at]) =
                    (cosines[2 * half + 2 * at], sines[2 * half + 2 * at]);
            }
            half /= 2;
        }
        Self { len, cosines, sines }
    }

    pub fn len(&self) -> usize {
        self.len
    }

    /// Sum over `j` of `x_j exp(-2 pi i j k / n)`, in bit-reversed order of `k`.
    pub fn forward(&self, signal: &mut Signal) {
        let mut half = self.len / 2;
        while half >= 1 {
            self.stage(half, signal, |from, to, cosine, sine| {
                let (sum_re, sum_im) = (from.0 + to.0, from.1 + to.1);
                let (re, im) = (from.0 - to.0, from.1 - to.1);
                ((sum_re, sum_im), (re * cosine + im * sine, im * cosine - re * sine))
            });
            half /= 2;
        }
    }

    /// The inverse of [`Self::forward`] without the division by the length.
    pub fn inverse(&self, signal: &mut Signal) {
        let mut half = 1;
        while half < self.len {
            self.stage(half, signal, |from, to, cosine, sine| {
                let (re, im) = (to.0 * cosine - to.1 * sine, to.1 * cosine + to.0 * sine);
                ((from.0 + re, from.1 + im), (from.0 - re, from.1 - im))
            });
            half *= 2;
        }
    }

    #[inline]
    fn stage(
        &self,
        half: usize,
        signal: &mut Signal,
        butterfly: impl Fn((f64, f64), (f64, f64), f64, f64) -> ((f64, f64), (f64, f64)),
    ) {
        let (cosines, sines) = (&self.cosines[half..2 * half], &self.sines[half..2 * half]);
        let blocks = signal.re.chunks_exact_mut(2 * half).zip(signal.im.chunks_exact_mut(2 * half));
        for (re, im) in blocks {
            let (re_from, re_to) = re.split_at_mut(half);
            let (im_from, im_to) = im.split_at_mut(half);
            for at in 0..half {
                let (from, to) = ((re_from[at], im_from[at]), (re_to[at], im_to[at]));
                let (from, to) = butterfly(from, to, cosines[at], sines[at]);
                (re_from[at], im_from[at]) = from;
                (re_to[at], im_to[at]) = to;
            }
        }
    }
}

/// Place of the mirror frequency in bit-reversed order.
pub(super) fn mirror(at: usize) -> usize {
    if at < 2 {
        return at;
    }
    let block = 1 << at.ilog2();
    3 * block - 1 - at
}

/// Places, one of every pair of mirrored frequencies, as ranges in ascending order: what a real signal's
/// spectrum is known by.
pub(super) fn representatives(len: usize) -> impl Iterator<Item = Range<usize>> {
    let blocks = (1..len.ilog2()).map(|it| (1_usize << it)..(1_usize << it) + (1_usize << (it - 1)));
    std::iter::once(0..2).chain(blocks)
}

/// Spectra of two real signals `a` and `b` from the transform of `a + i b`, at the representatives.
pub(super) fn separate(packed: &Signal) -> (Signal, Signal) {
    let half = packed.len() / 2 + 1;
    let (mut a, mut b) = (Signal::zeros(half), Signal::zeros(half));
    let mut place = 0;
    for range in representatives(packed.len()) {
        for at in range {
            let other = mirror(at);
            let (re, im, re_other, im_other) =
                (packed.re[at], packed.im[at], packed.re[other], packed.im[other]);
            (a.re[place], a.im[place]) = (0.5 * (re + re_other), 0.5 * (im - im_other));
            (b.re[place], b.im[place]) = (0.5 * (im + im_other), 0.5 * (re_other - re));
            place += 1;
        }
    }
    (a, b)
}

/// The inverse of [`separate`]: packs two spectra of real signals for one inverse transform.
pub(super) fn join(a: &Signal, b: &Signal) -> Signal {
    let len = 2 * (a.len() - 1);
    let mut packed = Signal::zeros(len);
    let mut place = 0;
    for range in representatives(len) {
        for at in range {
            let other = mirror(at);
            let (a_re, a_im, b_re, b_im) = (a.re[place], a.im[place], b.re[place], b.im[place]);
            (packed.re[other], packed.im[other]) = (a_re + b_im, b_re - a_im);
            (packed.re[at], packed.im[at]) = (a_re - b_im, a_im + b_re);
            place += 1;
        }
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(len: usize, seed: u64) -> Vec<f64> {
        let mut state = seed;
        (0..len)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
            })
            .collect()
    }

    fn reversed(at: usize, len: usize) -> usize {
        at.reverse_bits() >> (usize::BITS - len.ilog2())
    }

    #[test]
    fn the_transform_is_the_sum_it_stands_for() {
        let len = 16;
        let mut signal = Signal { re: noise(len, 1), im: noise(len, 2) };
        let original = signal.clone();
        Fft::new(len).forward(&mut signal);
        for at in 0..len {
            let k = reversed(at, len);
            let (mut re, mut im) = (0.0, 0.0);
            for j in 0..len {
                let (sine, cosine) =
                    libm::sincos(-std::f64::consts::TAU * ((j * k) % len) as f64 / len as f64);
                re += original.re[j] * cosine - original.im[j] * sine;
                im += original.re[j] * sine + original.im[j] * cosine;
            }
            assert!((signal.re[at] - re).abs() < 1e-14 && (signal.im[at] - im).abs() < 1e-14);
        }
    }

    #[test]
    fn there_and_back_is_the_same_signal() {
        for len in [4, 8, 1024, 8192] {
            let original = Signal { re: noise(len, 3), im: noise(len, 4) };
            let (fft, mut signal) = (Fft::new(len), original.clone());
            fft.forward(&mut signal);
            fft.inverse(&mut signal);
            let worst = signal
                .re
                .iter()
                .zip(&original.re)
                .map(|(a, b)| (a / len as f64 - b).abs())
                .fold(0.0, f64::max);
            assert!(worst < 1e-15, "{len}: {worst}");
        }
    }

    #[test]
    fn two_real_signals_share_one_transform() {
        let len = 64;
        let fft = Fft::new(len);
        let (first, second) = (noise(len, 5), noise(len, 6));
        let mut packed = Signal { re: first.clone(), im: second.clone() };
        fft.forward(&mut packed);
        let (a, b) = separate(&packed);
        let mut alone = Signal { re: first.clone(), im: vec![0.0; len] };
        fft.forward(&mut alone);
        let places: Vec<usize> = representatives(len).flatten().collect();
        assert_eq!(places.len(), len / 2 + 1);
        for (place, at) in places.into_iter().enumerate() {
            assert!((alone.re[at] - a.re[place]).abs() < 1e-14 && (alone.im[at] - a.im[place]).abs() < 1e-14);
        }
        let mut back = join(&a, &b);
        fft.inverse(&mut back);
        for at in 0..len {
            assert!((back.re[at] / len as f64 - first[at]).abs() < 1e-15);
            assert!((back.im[at] / len as f64 - second[at]).abs() < 1e-15);
        }
    }

    #[test]
    fn mirrors_are_the_negative_frequencies() {
        for len in [8, 32, 256] {
            for at in 0..len {
                assert_eq!(reversed(mirror(at), len), (len - reversed(at, len)) % len);
            }
        }
    }
}

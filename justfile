# Everything CI runs.
check:
    .ci/run

# Formatting.
fmt:
    cargo fmt --all --check

# Lints of all targets.
lint:
    cargo clippy --all-targets -- -D warnings

# All tests.
test:
    cargo test

# Accept changed golden files, then read the diff.
golden:
    UPDATE_GOLDEN=1 cargo test --test it
    git diff --stat

# Licences, sources, unwanted packages, known weaknesses.
deny:
    tools/deny.sh

# Speed of the engine.
bench:
    cargo bench

//! Content from the binary, or from a folder that replaces or overlays it.

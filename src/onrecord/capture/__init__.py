"""The outside world -> Capture: bytes, where they came from, and what came with them."""

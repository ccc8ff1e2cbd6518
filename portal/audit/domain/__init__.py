"""The chain over the events: sealing, anchoring, verifying."""

"""The portal as it is, in a hurry: leases and pauses of the outbox count seconds instead of minutes."""

"""Turning what somebody sent into one plain PDF, in a child process that can reach nothing but its folder.

``sandbox`` is the side of the portal. Everything else runs in the child and imports nothing of ours but this package.
"""

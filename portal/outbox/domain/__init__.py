"""Delivery of one message and the sending of due ones."""

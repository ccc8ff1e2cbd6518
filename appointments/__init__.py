"""Appointments: how to reach a person. There is no booking online; the page names office, phone and hours."""

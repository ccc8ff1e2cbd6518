"""Forms of the appointments."""

"""Pages of the appointments."""

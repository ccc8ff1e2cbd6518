"""How a notice looks on its channel."""

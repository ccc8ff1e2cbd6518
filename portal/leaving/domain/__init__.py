"""How a copy is put together, and its life."""

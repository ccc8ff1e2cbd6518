"""Pages of the desk. The site wraps each in its own access check."""

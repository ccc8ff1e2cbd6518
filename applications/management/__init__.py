"""Commands about the forms."""

"""The way from a request to an actor, and the pages of an access letter."""

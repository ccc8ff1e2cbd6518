"""The way from a request to an actor; cases have no pages of their own."""

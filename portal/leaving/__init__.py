"""The way out: a copy of everything we hold of a person, what has to be kept and why, closing the account."""

"""Situations that can arise around accounts. No message holds an address."""


class AccountError(Exception):
    """Base of the situations below."""


class AddressTaken(AccountError):
    """Another account signs in with this e-mail address."""

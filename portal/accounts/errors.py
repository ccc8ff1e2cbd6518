"""Situations that can arise around accounts. No message holds an address."""


class AccountError(Exception):
    """Base of the situations below."""


class AddressTaken(AccountError):
    """Another account signs in with this e-mail address."""


class CopiedPasskey(AccountError):
    """The signature counter of a passkey did not go up: somebody may use a copy (WebAuthn Level 3, § 6.1.1)."""

"""Situations that can arise around accounts. No message holds an address."""


class AccountError(Exception):
    """Base of the situations below."""


class AddressTaken(AccountError):
    """Another account signs in with this e-mail address."""


class CopiedPasskey(AccountError):
    """The signature counter of a passkey did not go up: somebody may use a copy (WebAuthn Level 3, § 6.1.1)."""


class AnswerRefused(Exception):
    """An identity provider's answer is not believed. ``reason`` is a short code for the log, never personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SignInCancelled(Exception):
    """The person turned back at the identity provider, or it could not complete the sign-in."""


class MailNotSent(AccountError):
    """The mail server could not be reached or refused for now."""


class OrganisationNotPossible(AccountError):
    """An organisation of this name exists, or the account waits for another one to be checked."""


class NotCoordinator(AccountError):
    """Only who coordinates the organisation today may do this. Views answer 404."""


class LastCoordinator(AccountError):
    """Somebody has to look after the members; the last coordinator cannot stop before there is another one."""


class AbsenceNotPossible(AccountError):
    """Somebody else's to enter, an end before its beginning, or a deputy who cannot stand in."""

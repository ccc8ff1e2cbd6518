"""Situations that can arise around cases. No message holds social data."""

from uuid import UUID


class CaseError(Exception):
    """Base of the situations below."""


class NotPermitted(CaseError):
    """The actor may not do this on this case. Views answer 404, so that nobody learns that the case exists."""


class TransitionNotAllowed(CaseError):
    """The case cannot go from its status to the wanted one."""


class TeamElsewhere(CaseError):
    """The team belongs to another jobcenter than the one the case goes to."""


class CodeNotValid(CaseError):
    """Nobody has this resume code, or nobody has it any more."""


class AccountInThisCase(CaseError):
    """The account already belongs to somebody else of this case, or helps there: it cannot be the applicant's, too."""


class GrantNotPossible(CaseError):
    """A standing with these scopes, this end or this holder cannot be."""


class LetterNotPossible(CaseError):
    """No access letter for this person: the account belongs to staff or is blocked."""


class LetterNotValid(CaseError):
    """The access letter was used, replaced, withdrawn or is too old, or its case or account no longer allows it."""


class ReasonWanted(CaseError):
    """A member of staff opens a case that is not theirs, and has not said why. ``case_id`` says which."""

    def __init__(self, case_id: UUID) -> None:
        """Keep which case it is."""
        super().__init__(str(case_id))
        self.case_id = case_id


class InvitationNotAnswerable(CaseError):
    """Somebody cannot answer an invitation; ``obstacle`` (portal.cases.enums.Obstacle) says why."""

    def __init__(self, obstacle: str) -> None:
        self.obstacle = obstacle
        super().__init__(obstacle)


class InvitationUnknown(CaseError):
    """No invitation has this link or code."""


class TooManyInvitations(CaseError):
    """More invitations wait for an answer, or more cases were begun for others, than one person needs."""

"""Named situations of the applications."""

from collections.abc import Mapping
from typing import Any


class ApplicationsError(Exception):
    """Base of all situations this app names."""


class TransitionNotAllowed(ApplicationsError):
    """The status table has no such step, or not for this role.

    ``from_status`` and ``to_status`` are status values, ``role`` is the role that tried.
    """

    def __init__(self, from_status: str, to_status: str, role: str) -> None:
        """Keep the three facts; none is personal."""
        super().__init__(f"{from_status} -> {to_status} as {role}")
        self.from_status = from_status
        self.to_status = to_status
        self.role = role


class NotAllowed(ApplicationsError):
    """The actor may see the object but not do this with it."""


class ReasonMissing(ApplicationsError):
    """A decision about a finding or a step that ends an application needs a reason."""


class NotAColleague(ApplicationsError):
    """The membership does not belong to the application's jobcenter, or no longer."""


class StepChangedElsewhere(ApplicationsError):
    """The same page was saved in another window meanwhile. ``stored`` holds the values there now; never log them."""

    def __init__(self, stored: Mapping[str, Any]) -> None:
        """Keep the values for the page that shows both."""
        super().__init__("saved in another window")
        self.stored = stored


class NothingToWithdraw(ApplicationsError):
    """The application was decided, ended or taken back already, or is nothing that can be taken back."""


class DraftClosed(ApplicationsError):
    """The draft was sent or has expired and takes no more answers."""


class PeriodNotPossible(ApplicationsError):
    """A grant period ends before it starts."""


class TooManyItems(ApplicationsError):
    """The list has as many items as anybody needs."""


class FormNotOffered(ApplicationsError):
    """The jobcenter has switched the form off, or tries it out with teams that do not have this case."""


class SettingsNotReady(ApplicationsError):
    """A version of the local settings cannot be put into force. ``problems`` are sentences for the office."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep the sentences; they hold no personal data."""
        super().__init__("; ".join(problems))
        self.problems = problems


class SettingsPublished(ApplicationsError):
    """A published version of the local settings never changes."""

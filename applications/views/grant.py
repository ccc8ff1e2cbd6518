"""Until when money is granted, as the overview tells it."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from applications.enums import ApplicationStatus
from applications.models import Application, GrantPeriod
from applications.selectors.grant_period import reminder_day

DECIDED = frozenset({ApplicationStatus.DECIDED, ApplicationStatus.CLOSED})


class Grant(Struct, frozen=True):
    """The period of the reader's case; ``ends_on`` None: nobody has entered one, so nobody reminds of its end."""

    ends_on: date | None = None
    reminder_on: date | None = None
    is_renewed: bool = False
    is_due: bool = False
    is_over: bool = False

    @property
    def kind(self) -> str:
        """How much it asks for a look."""
        return "warning" if (self.is_due or self.is_over) and not self.is_renewed else "info"


def grant_of(period: GrantPeriod | None, applications: Sequence[Application], today: date) -> Grant | None:
    """What to say; None while nothing is decided. ``applications``: those that are shown beside it."""
    if period is not None:
        due = reminder_day(period.ends_on)
        return Grant(
            ends_on=period.ends_on,
            reminder_on=due,
            is_renewed=_is_renewed(period),
            is_due=due <= today,
            is_over=period.ends_on < today,
        )
    decided = (application for application in applications if application.status in DECIDED)
    return Grant() if any(application.effective_from for application in decided) else None


def _is_renewed(period: GrantPeriod) -> bool:
    return period.renewed_by is not None and period.renewed_by.status != ApplicationStatus.WITHDRAWN

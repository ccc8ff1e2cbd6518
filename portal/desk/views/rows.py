"""One line of a list of applications, ready to be shown."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from applications.enums import ApplicationStatus, ChecksState
from applications.models import Application
from applications.selectors.application import BY_WEIGHT


class Row(Struct, frozen=True):
    """``findings``: (letter, number) from the heaviest down, only what waits. ``age``: days since receipt in words.

    ``withdrawal_waits``: somebody wants to take it back, and staff have to ask whose word is still needed.
    """

    application: Application
    name: str
    age: str
    status: str
    findings: tuple[tuple[str, int], ...]
    is_checking: bool
    is_unchecked: bool
    withdrawal_waits: bool


def rows_of(applications: Iterable[Application], counts: Mapping[UUID, Mapping[str, int]], now: datetime) -> list[Row]:
    """Return the rows; ``counts`` comes from ``unsettled_counts``. Opens one encrypted name per row, no query."""
    return [_row(application, counts.get(application.pk, {}), now) for application in applications]


def age_in_words(received_at: datetime, now: datetime) -> str:
    """Return "heute", "gestern" or "vor 3 Tagen", by calendar days in Germany."""
    days = (timezone.localdate(now) - timezone.localdate(received_at)).days
    if days <= 0:
        return _("heute")
    if days == 1:
        return _("gestern")
    return ngettext("vor %(days)d Tag", "vor %(days)d Tagen", days) % {"days": days}


def _row(application: Application, counts: Mapping[str, int], now: datetime) -> Row:
    return Row(
        application=application,
        name=application.person.name or _("(ohne Namen)"),
        age=age_in_words(application.received_at, now),
        status=str(ApplicationStatus(application.status).label),
        findings=tuple((severity.value, counts[severity]) for severity in BY_WEIGHT if counts.get(severity)),
        is_checking=application.checks_state == ChecksState.PENDING,
        is_unchecked=application.checks_state == ChecksState.FAILED,
        withdrawal_waits=bool(getattr(application, "withdrawal_waits", False)),
    )

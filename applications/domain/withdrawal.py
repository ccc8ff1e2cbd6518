"""Taking an application back: whether that is possible, whose word counts, what the proof says."""

import datetime
from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.enums import ENDED, WaitsFor
from applications.models import Application
from portal.cases.enums import Role, StandingKind
from portal.cases.models import Standing
from portal.law.dates import age_on
from portal.law.parameter import whole
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Entry, Section, SubmissionContent

# What somebody has told (§ 60 SGB I) stays told: it can be corrected, not taken back.
_KINDS: Final = frozenset({SubmissionKind.APPLICATION, SubmissionKind.MESSAGE})

_STATEMENTS = {
    WaitsFor.NOBODY: gettext_lazy("Der Vorgang %(reference)s ist zurückgenommen. Wir prüfen ihn nicht weiter."),
    WaitsFor.REPRESENTATIVE: gettext_lazy(
        "Der Vorgang %(reference)s soll zurückgenommen werden. Das gilt erst, wenn die gesetzliche Vertretung zustimmt "
        "(§ 36 Abs. 2 SGB I, § 1825 BGB). Bis dahin läuft er weiter."
    ),
    WaitsFor.OFFICE: gettext_lazy(
        "Der Vorgang %(reference)s soll zurückgenommen werden. Weil Sie ohne Konto schreiben, fragen wir vorher bei "
        "Ihnen nach. Bis dahin läuft er weiter."
    ),
}


def can_be_withdrawn(application: Application) -> bool:
    """Whether there is still something to take back. Of a correction the application that it corrects is taken back."""
    is_open = application.status not in ENDED
    return is_open and not application.is_correction and application.submission.kind in _KINDS


def waits_for(
    *, role: Role, birth_date: datetime.date | None, representing: Iterable[Standing], on: datetime.date
) -> WaitsFor:
    """Whose word is still needed.

    The legal representative's for who is under age (§ 36(2) SGB I) or under a court's reservation (§ 1825 BGB), unless
    it is the representative who speaks; an unknown birth date counts as of age. A guest is whoever has the code: the
    office asks.
    """
    if role is Role.GUARDIAN:
        return WaitsFor.NOBODY
    under_age = birth_date is not None and age_on(birth_date, on) < whole("standard_need.age.adult", on)
    if under_age or any(_has_reservation(standing) for standing in representing):
        return WaitsFor.REPRESENTATIVE
    return WaitsFor.OFFICE if role is Role.GUEST else WaitsFor.NOBODY


def _has_reservation(standing: Standing) -> bool:
    is_guardian = standing.kind == StandingKind.GUARDIAN and standing.proof_checked_at is not None
    return is_guardian and standing.has_reservation


def withdrawal_content(application: Application, waits: WaitsFor, *, reason: str) -> SubmissionContent:
    """What the receipt says: what is taken back, why if that was said, and what follows."""
    sent = application.submission
    what = Entry(label=_("Was Sie zurücknehmen"), value=f"{sent.title} ({sent.reference})")
    why = Entry(label=_("Grund"), value=reason)
    return SubmissionContent(
        sections=(Section(title=_("Rücknahme"), entries=(what, why)),),
        applicant=application.person.name,
        statements=(str(_STATEMENTS[waits]) % {"reference": sent.reference},),
    )

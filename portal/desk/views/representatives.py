"""Representations of a case in words: who, what for, where they stand, and to whom letters go."""

import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec import Struct

from applications.models import Application
from applications.selectors.application import applications_visible_to
from portal.cases.domain.addressee import Addressees, addressees
from portal.cases.domain.representation import TOLD_BEFORE, proof_of, state_of
from portal.cases.enums import GuardianTask, StandingKind, StandingState
from portal.cases.models import Actor, Standing
from portal.cases.selectors import ending_representations, representations_of_case
from portal.ui.formats import format_date

SHOWN = 8
HOLDING = {StandingState.HOLDS, StandingState.ENDS_SOON, StandingState.UNCHECKED}
KINDS = {
    StandingKind.REPRESENTATIVE: gettext_lazy("Vollmacht"),
    StandingKind.GUARDIAN: gettext_lazy("Betreuung oder gesetzliche Vertretung"),
}
OVER = {StandingState.EXPIRED, StandingState.ENDED}


class RepresentationRow(Struct, frozen=True):
    """One representation, ready to be shown. ``needs_work``: the office has to do something about it."""

    pk: UUID
    name: str
    kind: str
    for_whom: str
    tasks: str
    state: str
    is_over: bool
    is_ended: bool
    needs_work: bool
    has_reservation: bool
    proof: str
    proof_note: str
    checked: str
    document_id: UUID | None


class EndingRow(Struct, frozen=True):
    """A representation that ends soon, and where one works on it."""

    standing_pk: UUID
    application_pk: UUID
    for_whom: str
    state: str


def representatives_of(application: Application) -> dict[str, Any]:
    """Return for the case page every representation of the case, and whom letters to the applicant go to. One SQL."""
    now = timezone.now()
    recorded = list(representations_of_case(application.case_id))
    about = (standing for standing in recorded if standing.person_id in {None, application.person_id})
    decided = addressees(standing for standing in reversed(list(about)) if _holds(standing, now))
    return {
        "representations": [row_of(standing, now) for standing in recorded],
        "letters_go_to": letters_go_to(decided, application.person.name or _("(ohne Namen)")),
    }


def row_of(standing: Standing, now: datetime.datetime) -> RepresentationRow:
    """Return one of them in words."""
    state, proof = state_of(standing, now), proof_of(standing)
    return RepresentationRow(
        pk=standing.pk,
        name=standing.holder_name or _("(ohne Namen)"),
        kind=str(KINDS[StandingKind(standing.kind)]),
        for_whom=(standing.person.name if standing.person else "") or _("alle im Fall"),
        tasks=", ".join(str(GuardianTask(task).label) for task in standing.tasks),
        state=state_in_words(standing, state),
        is_over=state in OVER,
        is_ended=state is StandingState.ENDED,
        needs_work=state in {StandingState.UNCHECKED, StandingState.ENDS_SOON},
        has_reservation=standing.has_reservation,
        proof=str(proof.kind.label) if proof else "",
        proof_note=proof.note if proof else "",
        checked=_checked(standing),
        document_id=standing.proof_document_id,
    )


def state_in_words(standing: Standing, state: StandingState) -> str:
    """Return where it stands as a short sentence with its day."""
    until = _last_day(standing.valid_to) if standing.valid_to else ""
    words = {
        StandingState.UPCOMING: _("gilt ab %(since)s"),
        StandingState.UNCHECKED: _("wartet auf Nachweis"),
        StandingState.HOLDS: _("gilt bis %(until)s") if until else _("gilt, ohne festes Ende"),
        StandingState.ENDS_SOON: _("endet am %(until)s"),
        StandingState.EXPIRED: _("abgelaufen am %(until)s"),
        StandingState.ENDED: _("beendet am %(ended)s"),
    }[state]
    ended = format_date(timezone.localdate(standing.revoked_at)) if standing.revoked_at else ""
    return words % {"until": until, "since": format_date(timezone.localdate(standing.valid_from)), "ended": ended}


def letters_go_to(decided: Addressees, person: str) -> str:
    """Return to whom letters to the person are addressed, and who gets a copy (§ 13 (3) SGB X)."""
    names = ", ".join(standing.holder_name or _("(ohne Namen)") for standing in decided.representatives)
    if names:
        if decided.to_person:
            return _("%(names)s; Kopie an %(person)s") % {"names": names, "person": person}
        return _("%(names)s; keine Kopie an %(person)s (Einwilligungsvorbehalt)") % {"names": names, "person": person}
    both = ", ".join(standing.holder_name or _("(ohne Namen)") for standing in decided.also)
    return _("%(person)s und %(names)s (Nachweis fehlt noch)") % {"person": person, "names": both} if both else person


def ending_rows(actor: Actor) -> list[EndingRow]:
    """Return the next representations of the house that end within 30 days, with the newest application. Two SQL."""
    ending = list(ending_representations(actor, within=TOLD_BEFORE)[:SHOWN])
    newest = applications_visible_to(actor).filter(case_id__in=[standing.case_id for standing in ending])
    by_case = dict(newest.order_by("received_at").values_list("case_id", "pk"))  # the last one of a case stays
    return [
        EndingRow(
            standing_pk=standing.pk,
            application_pk=by_case[standing.case_id],
            for_whom=(standing.person.name if standing.person else "") or _("(ohne Namen)"),
            state=state_in_words(standing, StandingState.ENDS_SOON),
        )
        for standing in ending
        if standing.case_id in by_case
    ]


def _holds(standing: Standing, now: datetime.datetime) -> bool:
    return standing.valid_from <= now and state_of(standing, now) in HOLDING


def _last_day(valid_to: datetime.datetime) -> str:
    """The last day on which it holds: the end itself is exclusive."""
    return format_date(timezone.localdate(valid_to - datetime.timedelta(microseconds=1)))


def _checked(standing: Standing) -> str:
    if standing.proof_checked_at is None or standing.proof_checked_by is None:
        return ""
    return _("geprüft am %(day)s von %(name)s") % {
        "day": format_date(timezone.localdate(standing.proof_checked_at)),
        "name": standing.proof_checked_by.display_name,
    }

"""The case page: answers on the left, findings beside them, and what can be done."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from msgspec import Struct

from applications.claim.model import Claim
from applications.enums import ChecksState, FindingState
from applications.models import Application, StatusChange
from applications.permissions.application import may_answer, may_name_jobcenter, may_work_on
from applications.selectors.application import (
    belonging_to,
    claim_of,
    finding_groups,
    last_said_before,
    timeline,
    urgent_reasons,
)
from applications.selectors.consent import answers_to, consent_of
from applications.selectors.grant_period import latest_period
from applications.selectors.withdrawal import waiting_withdrawal
from applications.services.triage import STATES_WITH_REASON
from appointments.selectors import coming_appointments
from mailbox.selectors import notes_of_case
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.desk.forms.case import FindingForm
from portal.desk.forms.document import SearchForm
from portal.desk.forms.postbox import NoteForm
from portal.desk.selectors.colleagues import colleagues_of, jobcenters_to_choose
from portal.desk.selectors.history import case_history
from portal.desk.selectors.postbox import conversations_of_case
from portal.desk.views.answers import Reading
from portal.desk.views.cards import Card, cards_of
from portal.desk.views.case_access import application_of
from portal.desk.views.documents import lines_of, own_ids, people_in
from portal.desk.views.page import desk_page
from portal.desk.views.people import people_with_access
from portal.desk.views.postbox_rows import postbox_rows
from portal.desk.views.representatives import representatives_of
from portal.desk.views.requests_in_case import requests_in
from portal.desk.views.rows import age_in_words
from portal.desk.views.steps import step_buttons
from portal.documents.selectors import documents_in_case
from portal.submissions.selectors import sender_in_words

LATEST = 5  # conversations and notes that stand on the page


class Contact(Struct, frozen=True):
    """How to reach the person, as far as she told us. Empty strings for what is not known."""

    phone: str = ""
    email: str = ""
    address: str = ""
    care_of: str = ""
    birth_date: Any = None


@require_GET
def case_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one application."""
    actor, application = application_of(request, pk, purpose="case_work")
    return show_case(request, actor, application)


def show_case(
    request: HttpRequest, actor: Actor, application: Application, *, refused: FindingForm | None = None
) -> HttpResponse:
    """Render the page; ``refused`` keeps what somebody typed about findings when it could not be stored.

    What is shown is noted in the audit trail.
    """
    claim = claim_of(application)
    reading = Reading(application.submission.parsed_content())
    corrected = last_said_before(application)
    gone = reading.compare(corrected.submission.parsed_content()) if corrected else []
    cards = cards_of(finding_groups(application), people_in(claim), reading, refused)
    steps = step_buttons(actor=actor, application=application)
    with_it = own_ids(application)
    documents = list(documents_in_case(actor, application.case_id))
    files = lines_of(actor, (each for each in documents if each.pk in with_it), people_in(claim))
    changes = list(timeline(application))
    notes = list(notes_of_case(actor, application.case_id)[:LATEST])
    talks = list(coming_appointments(actor).filter(case_id=application.case_id)[:LATEST])
    shown = [*_shown(has_files=bool(documents), changes=changes, cards=cards, has_notes=bool(notes))]
    if talks:
        shown.append(Shown.APPOINTMENTS)
    note_seen(actor=actor, case_id=application.case_id, shown=shown, subject=application)
    context = {
        "application": application,
        "submission": application.submission,
        "sections": reading.sections,
        "gone": gone,
        "belongs": belonging_to(application),
        "withdrawal": waiting_withdrawal(application),
        "files": files,
        "others": lines_of(actor, (each for each in documents if each.pk not in with_it), people_in(claim)),
        "undecided": sum(line.is_undecided and not line.is_restricted for line in files),
        "search": SearchForm(),
        "sent_by": sender_in_words(application.submission),
        "annexes": _annexes(claim),
        "age": age_in_words(application.received_at, timezone.now()),
        "contact": _contact(application, claim),
        "is_without_account": application.person.user_id is None,
        "urgent_reasons": urgent_reasons(claim) if claim else [],
        "waiting": [card for card in cards if not card.is_settled],
        "settled": [card for card in cards if card.is_settled],
        "finding_states": FindingState.choices,
        "reason_states": ", ".join(str(state.label) for state in FindingState if state in STATES_WITH_REASON),
        "steps": steps,
        "ends": [step for step in steps if step.is_ending and not step.is_usual],
        "may_work": may_work_on(actor=actor, application=application),
        "may_answer": may_answer(actor=actor, application=application),
        "office_answers": answers_to(application) if consent_of(application) else (),
        "may_forward": may_name_jobcenter(actor=actor, application=application),
        "checks": ChecksState(application.checks_state),
        "colleagues": list(colleagues_of(actor)),
        "jobcenters": jobcenters_to_choose(),
        "timeline": changes,
        "history": case_history(application.case_id),
        "actor": actor,
        **representatives_of(application),
        **requests_in(actor, application.case),
        "period": latest_period(application.case_id),
        "people": people_with_access(actor, application.case_id),
        "talks": talks,
        "conversations": postbox_rows(
            actor, conversations_of_case(actor, application.case_id)[:LATEST], timezone.now()
        ),
        "notes": notes,
        "note_form": NoteForm(),
    }
    title = _("Antrag %(reference)s") % {"reference": application.submission.reference}
    return desk_page(request, "desk/case.html", title=title, context=context, status=422 if refused else 200)


def _shown(
    *, has_files: bool, changes: Iterable[StatusChange], cards: Iterable[Card], has_notes: bool
) -> Iterator[Shown]:
    """What there is to be seen on the page: notes stand at steps and at findings."""
    yield Shown.ANSWERS
    if has_files:
        yield Shown.FILE_NAMES
    notes = [*(change.note for change in changes), *(item.finding.reason for card in cards for item in card.items)]
    if has_notes or any(notes):
        yield Shown.NOTES


def _annexes(claim: Claim | None) -> str:
    """The parts of the paper form that the answers stand for, each with the people it is about; "" for other forms."""
    if claim is None:
        return ""
    names = people_in(claim)
    people: dict[str, list[str]] = {}
    for used in claim.annexes:
        people.setdefault(used.annex.value, []).append(names.get(used.person_id or "", ""))
    return ", ".join(_with_names(code, known) for code, known in people.items())


def _with_names(code: str, people: list[str]) -> str:
    named = ", ".join(name for name in people if name)
    return f"{code} ({named})" if named else code


def _contact(application: Application, claim: Claim | None) -> Contact:
    index = getattr(application.person, "index", None)
    phone, birth_date = (index.contact_phone, index.birth_date) if index else ("", None)
    if claim is None:
        return Contact(phone=phone, birth_date=birth_date)
    home = claim.housing
    town = " ".join(part for part in (home.postcode, home.city) if part)
    return Contact(
        phone=claim.contact.phone or phone,
        email=claim.contact.email or "",
        address=", ".join(part for part in (home.street, home.address_extra, town) if part),
        care_of=claim.contact.care_of or "",
        birth_date=birth_date,
    )

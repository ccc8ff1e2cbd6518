"""Nothing of a case is shown without a word in the audit trail: every address of the portal is asked and searched."""

from collections import Counter
from typing import NamedTuple

import pytest
from django.db import transaction

from applications.models import Application
from appointments.models import Appointment
from portal.accounts.models import StaffMembership
from portal.audit.models import AuditEvent
from portal.cases.selectors import shown_by
from tests.access.canaries import CANARIES, NAME, canary_answers, plant, said_by, unnoticed
from tests.access.conftest import browser_of
from tests.access.table import Row
from tests.access.test_access import ROWS, address
from tests.access.world import build_world
from tests.factories.accounts import StaffMembershipFactory, TeamFactory

pytestmark = pytest.mark.django_db

LISTED = frozenset({"list.seen", "list.searched", "access_letter.listed"})
STAFF = ("caseworker", "team_lead", "administrator")


class Ask(NamedTuple):
    """One request."""

    name: str
    method: str
    arguments: list
    data: dict


class Answer(NamedTuple):
    """What came back, what the audit trail has of that request (kind and case), and which other events."""

    said: str
    seen: Counter
    events: set


def asks(world) -> list[Ask]:
    """Every address with its real arguments, asked by GET and as the access table asks, and some with what people fill in."""
    rows = [*ROWS, ("desk:app_list", Row(answers={}, arguments=lambda _world: ["submissions"]))]
    found = {
        (name, method, tuple(row.arguments(world))): None
        for name, row in rows
        for method in ("get", row.method)  # rows may differ in their answers only
    }
    one = [world.application.pk]
    staffer = {"app_label": "accounts", "model_name": "office", "field_name": "jobcenter", "term": NAME}
    return [
        *(Ask(name, method, list(arguments), {}) for name, method, arguments in found),
        Ask("desk:applications", "get", [], {"whose": "all", "status": "all", "sort": "name"}),
        Ask("desk:narrow", "follow", [], {"q": NAME}),
        Ask("desk:narrow", "follow", [], {"q": "28.2.1991"}),
        Ask("desk:move", "post", one, {"to": "withdrawn", "note": ""}),
        Ask("desk:move", "follow", one, {"to": "in_review", "note": "weiter"}),
        Ask("desk:assign_one", "follow", one, {}),
        Ask("desk:search_documents", "post", one, {"q": "Bachstelzenvertrag"}),
        Ask("desk:submissions_submission_changelist", "get", [], {"q": world.submission.reference}),
        Ask("desk:audit_auditevent_changelist", "get", [], {"q": "seen"}),
        Ask("desk:autocomplete", "get", [], staffer),
    ]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """A case full of words to look for, built once and rolled back; every question is asked in a savepoint."""
    with django_db_blocker.unblock(), transaction.atomic():
        built = plant(build_world(canary_answers()))
        built.browsers = {role: browser_of(built, role) for role in (*STAFF, "helper")}
        yield built
        transaction.set_rollback(True)


def put(world, role: str, ask: Ask) -> Answer:
    """Ask, read everything, and see what was written about it."""
    browser = world.browsers[role]
    cookies = browser.cookies.copy()
    with transaction.atomic():
        before = AuditEvent.objects.order_by("-id").values_list("id", flat=True).first() or 0
        url = address(world, role, ask.name, Row(answers={}, arguments=lambda _world: ask.arguments))
        if ask.method == "follow":
            response = browser.post(url, ask.data, follow=True)
        else:
            response = getattr(browser, ask.method)(url, ask.data)
        said = said_by(response)
        last = AuditEvent.objects.filter(id__gt=before, request_id=response.headers["X-Request-ID"])
        events = list(last.values_list("event", "case_id"))
        transaction.set_rollback(True)
    browser.cookies = cookies
    seen = Counter((kind, case) for code, case in events if (kind := shown_by(code)))
    return Answer(said, seen, {code for code, _case in events})


def faults(world, ask: Ask, answer: Answer) -> list[str]:
    """What is wrong about an answer; empty when all is well."""
    ours = [kind for kind, case in answer.seen if case == world.submission.case_id]
    found = [f"{word} without an event" for word in unnoticed(answer.said, ours)]
    found += [f"{kind} noted {number} times" for (kind, _case), number in answer.seen.items() if number > 1]
    is_list = not ask.arguments and ask.name.startswith("desk:") and NAME in answer.said
    if is_list and not answer.events & LISTED:
        found.append("a list of names without an event")
    return found


def walk(world, role: str) -> list[tuple[Ask, Answer]]:
    """All answers for a role."""
    return [(ask, put(world, role, ask)) for ask in asks(world)]


def unseen(world, answers: list[tuple[Ask, Answer]]) -> list[str]:
    """What was shown in them without a word in the audit trail."""
    return [f"{ask.name} {ask.method}: {fault}" for ask, answer in answers for fault in faults(world, ask, answer)]


@pytest.mark.parametrize("role", ["team_lead", "administrator"])
def test_nothing_of_a_case_is_shown_without_an_event(world, role):
    assert unseen(world, walk(world, role)) == []


def test_every_word_is_shown_somewhere_and_never_without_an_event(world):
    """A word that nobody sees would prove nothing. Both in one test: the walks take longest."""
    answers = walk(world, "caseworker") + walk(world, "helper")
    everything = "".join(answer.said for _ask, answer in answers)

    assert unseen(world, answers) == []
    assert [word for word in CANARIES if word not in everything] == []


@pytest.mark.parametrize("role", STAFF)
def test_nothing_of_a_colleagues_case_is_shown_without_a_reason(world, role):
    with transaction.atomic():
        owner = colleague(world)
        Application.objects.filter(pk=world.application.pk).update(assigned_to=owner, team=owner.team)
        Appointment.objects.filter(pk=world.summons.appointment_id).update(membership=owner)
        answers = walk(world, role)
        transaction.set_rollback(True)

    assert [(ask.name, word) for ask, answer in answers for word in CANARIES if word in answer.said] == []


def colleague(world) -> StaffMembership:
    """Somebody of the same house, in another team."""
    jobcenter = world.submission.case.jobcenter
    membership: StaffMembership = StaffMembershipFactory(jobcenter=jobcenter, team=TeamFactory(jobcenter=jobcenter))
    return membership

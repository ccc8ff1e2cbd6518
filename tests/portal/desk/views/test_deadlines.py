import pytest

from mailbox.models import EvidenceRequest
from mailbox.services.evidence import ask_for_time
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.evidence import LEASE, STATEMENTS, asked, overdue

pytestmark = pytest.mark.django_db

LIST = "/verwaltung/fristen/"


def theirs(jobcenter, name, *, worker=None, team=None, items=(LEASE,)):
    found = asked(*items, case=CaseFactory(jobcenter=jobcenter, responsible=worker, team=team))
    found.person.name = name
    found.person.save()
    return found


def page(desk, whose="all"):
    return desk.get(f"{LIST}?wer={whose}").content.decode()


def test_wishes_stand_on_top_then_the_oldest_deadline(desk_of, worker, jobcenter):
    overdue(theirs(jobcenter, "Zwei Tage"), 2)
    overdue(theirs(jobcenter, "Neun Tage"), 9)
    wisher = theirs(jobcenter, "Mehr Zeit")
    ask_for_time(actor=wisher.claimant, request=wisher.request, token="1")
    theirs(jobcenter, "Weit weg")

    shown = page(desk_of(worker))

    assert shown.index("Mehr Zeit</a>") < shown.index("Neun Tage") < shown.index("Zwei Tage")
    assert "Weit weg" not in shown
    assert "seit 9 Tagen vorbei" in shown
    assert "Frist vorbei: 2" in shown


def test_answers_to_look_at_and_numbers_are_told(desk_of, worker, jobcenter):
    found = overdue(theirs(jobcenter, "Lea", items=(LEASE, STATEMENTS)))
    found.answer(1)

    shown = page(desk_of(worker))

    assert "1 von 2 fehlen" in shown
    assert "1 Antwort<" in shown
    assert LEASE.what not in shown


def test_mine_and_my_team(desk_of, worker, jobcenter):
    overdue(theirs(jobcenter, "Meine", worker=worker))
    overdue(theirs(jobcenter, "Vom Team", team=worker.team))
    overdue(theirs(jobcenter, "Fremde"))
    desk = desk_of(worker)

    names = ("Meine", "Vom Team", "Fremde")
    shown = {whose: [name for name in names if f"{name}</a>" in page(desk, whose)] for whose in ("mine", "team", "all")}

    assert shown == {"mine": ["Meine"], "team": ["Vom Team"], "all": ["Fremde", "Vom Team", "Meine"][::-1]}


def test_other_houses_see_nothing(desk_of, jobcenter):
    overdue(theirs(jobcenter, "Lea"))

    assert "Hier wartet nichts." in page(desk_of(StaffMembershipFactory()))


def test_no_consequence_is_offered(desk_of, worker, jobcenter):
    overdue(theirs(jobcenter, "Lea"))

    shown = page(desk_of(worker))

    assert "folgt nichts von selbst" in shown
    assert '<form method="post" action="/verwaltung' not in shown


def test_overview_counts_what_is_mine(desk_of, worker, jobcenter):
    overdue(theirs(jobcenter, "Meine", worker=worker))
    overdue(theirs(jobcenter, "Fremde"))

    shown = desk_of(worker).get("/verwaltung/").content.decode()

    assert "<strong>1</strong> Frist für Unterlagen vorbei" in shown


def test_list_asks_as_often_for_many_as_for_one(desk_of, worker, jobcenter, django_assert_max_num_queries):
    overdue(theirs(jobcenter, "Lea"))
    desk = desk_of(worker)
    page(desk)
    with django_assert_max_num_queries(40) as few:
        page(desk)
    for number in range(5):
        overdue(theirs(jobcenter, f"Person {number}"))

    with django_assert_max_num_queries(len(few)):
        page(desk)
    assert EvidenceRequest.objects.count() == 6

import datetime

import pytest
from django.utils import timezone

from tests.factories.accounts import TeamFactory
from tests.factories.cases import CaseFactory, PersonFactory
from tests.factories.mailbox import MessageFactory

pytestmark = pytest.mark.django_db
INBOX = "/verwaltung/postfach/"


def waiting(jobcenter, team=None, days=0):
    person = PersonFactory(case=CaseFactory(jobcenter=jobcenter, team=team))
    since = timezone.now() - datetime.timedelta(days=days)
    return MessageFactory(from_claimant=True, thread__person=person, thread__waiting_since=since).thread


def threads(response):
    return [row.thread for row in response.context["rows"]]


@pytest.mark.parametrize("number", [1, 50])
def test_inbox_costs_at_most_16_queries(desk_of, worker, jobcenter, number, django_assert_max_num_queries):
    for _ in range(number):
        waiting(jobcenter, worker.team)
    desk = desk_of(worker)

    with django_assert_max_num_queries(16):
        assert len(desk.get(INBOX).context["rows"]) == number


def test_own_team_comes_first_and_all_teams_are_one_click_away(desk_of, worker, jobcenter):
    own, other = waiting(jobcenter, worker.team), waiting(jobcenter, TeamFactory(jobcenter=jobcenter), days=1)
    desk = desk_of(worker)

    first = desk.get(INBOX)
    every = desk.get(INBOX, {"whose": "all"})

    assert (threads(first), threads(every)) == ([own], [other, own])
    tabs = [(str(tab["label"]), tab["number"], tab["current"]) for tab in first.context["tabs"]]
    assert tabs[:3] == [("Mein Team", 1, True), ("Meine", 0, False), ("Alle Teams", 2, False)]


def test_row_says_who_waits_how_long_and_links_the_conversation(desk_of, worker, jobcenter):
    thread = waiting(jobcenter, worker.team)
    thread.case.responsible = worker
    thread.case.save()

    page = desk_of(worker).get(INBOX).content.decode()

    for word in ("Miriam Sander", "Mitteilung", "seit heute", "Frau Yıldız", worker.team.name, f"{INBOX}{thread.pk}/"):
        assert word in page


def test_head_of_every_page_counts_who_waits_for_the_team(desk_of, worker, jobcenter):
    waiting(jobcenter, worker.team)
    waiting(jobcenter, TeamFactory(jobcenter=jobcenter))

    page = desk_of(worker).get("/verwaltung/antraege/").content.decode()

    assert '<span class="visually-hidden">unbeantwortet: </span>1</span>' in page


def test_search_goes_on_to_an_address_that_says_nothing(desk_of, worker, jobcenter):
    waiting(jobcenter, worker.team)
    desk = desk_of(worker)

    address = desk.post(f"{INBOX}suchen/", {"q": "Sander", "whose": "team"}).url

    assert "ander" not in address
    assert 'value="Sander"' in desk.get(address).content.decode()


def test_empty_inbox_says_so(desk_of, worker):
    assert "Hier wartet niemand auf eine Antwort." in desk_of(worker).get(INBOX).content.decode()

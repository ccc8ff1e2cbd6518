import pytest
from django.urls import reverse

from applications.models import Application
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.triage import ApplicationFactory, FindingFactory, WithdrawalFactory

pytestmark = pytest.mark.django_db
LIST = "/verwaltung/antraege/"


def make(jobcenter, **fields):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter), **fields)


def references(response):
    return [row.application.submission.reference for row in response.context["rows"]]


@pytest.mark.parametrize("number", [1, 50])
def test_list_costs_at_most_12_queries(desk_of, worker, jobcenter, number, django_assert_max_num_queries):
    for _ in range(number):
        WithdrawalFactory(application=FindingFactory(application=make(jobcenter)).application)
    desk = desk_of(worker)

    with django_assert_max_num_queries(12):
        assert len(desk.get(LIST).context["rows"]) == number


def test_row_shows_what_one_needs(desk_of, worker, jobcenter):
    application = FindingFactory(application=make(jobcenter)).application
    Application.objects.filter(pk=application.pk).update(
        urgent=True, assigned_to=worker, checks_state="done", checked_at="2026-11-01T10:00Z"
    )

    page = desk_of(worker).get(LIST).content.decode()

    for word in (
        application.submission.reference,
        "31.10.2026 23:47",
        "Miriam Sander",
        "Dringend",
        "E 1",
        "1 passt nicht zusammen oder fehlt",
        "Frau Yıldız",
    ):
        assert word in page


def test_waiting_withdrawal_is_marked_counted_and_found(desk_of, worker, jobcenter):
    waiting, other = make(jobcenter), make(jobcenter)
    WithdrawalFactory(application=waiting)
    desk = desk_of(worker)

    every = desk.get(LIST)
    narrowed = desk.get(desk.post(f"{LIST}suchen/", {"withdrawal": "on"}).url)

    marks = {row.application: row.withdrawal_waits for row in every.context["rows"]}
    assert marks == {waiting: True, other: False}
    assert "Rücknahme wartet</span>" in every.content.decode()
    assert references(narrowed) == [waiting.submission.reference]
    assert [(tab["label"], tab["number"]) for tab in narrowed.context["tabs"] if tab["current"]] == [
        ("Rücknahme wartet", 1)
    ]


def test_overview_leads_to_waiting_withdrawals(desk_of, worker, jobcenter):
    desk = desk_of(worker)
    assert "?withdrawal=on" not in desk.get("/verwaltung/").content.decode()
    WithdrawalFactory(application=make(jobcenter))

    assert "?withdrawal=on" in desk.get("/verwaltung/").content.decode()


def test_list_is_never_stored(desk_of, worker):
    assert desk_of(worker).get(LIST).headers["Cache-Control"] == "no-store"


def test_search_goes_on_to_an_address_that_says_nothing(desk_of, worker, jobcenter):
    found = make(jobcenter, name="Jürgen Müller")
    make(jobcenter)
    desk = desk_of(worker)

    address = desk.post(f"{LIST}suchen/", {"q": "Müller", "whose": "all"}).url
    response = desk.get(address)

    assert "ller" not in address
    assert references(response) == [found.submission.reference]
    assert 'value="Müller"' in response.content.decode()


def test_pages_and_headings_keep_the_search(desk_of, worker, jobcenter):
    for _ in range(51):
        make(jobcenter)
    desk = desk_of(worker)
    address = desk.post(f"{LIST}suchen/", {"q": "Sander", "sort": "-received"}).url

    first = desk.get(address)
    second = desk.get(f"{LIST}?{first.context['query']}&seite=2")

    assert (len(references(first)), len(references(second))) == (50, 1)
    assert set(references(first)).isdisjoint(references(second))
    assert "q=" in first.context["headings"]["name"]["url"]


def test_heading_turns_the_order_round(desk_of, worker):
    headings = desk_of(worker).get(LIST).context["headings"]

    assert headings["received"] == {"url": "?sort=-received", "aria": "ascending"}
    assert headings["name"] == {"url": "?sort=name", "aria": ""}


def test_tabs_count_and_mark_the_current_view(desk_of, worker, jobcenter):
    make(jobcenter)

    tabs = desk_of(worker).get(LIST, {"whose": "unassigned", "sort": "-received"}).context["tabs"]

    assert [(tab["label"], tab["number"]) for tab in tabs if tab["current"]] == [("Nicht zugeteilt", 1)]
    assert "Klärungsliste" not in [tab["label"] for tab in tabs]


def test_administrator_has_the_clearing_list(desk_of, administrator):
    unclear = ApplicationFactory(case=CaseFactory(clearing=True))

    response = desk_of(administrator).get(LIST, {"whose": "clearing"})

    assert references(response) == [unclear.submission.reference]
    assert ("Klärungsliste", 1) in [(tab["label"], tab["number"]) for tab in response.context["tabs"]]


def test_marked_applications_are_assigned_and_the_view_stays(desk_of, worker, jobcenter):
    marked, other = [make(jobcenter), make(jobcenter)], make(jobcenter)
    data = {"application": [each.pk for each in marked], "membership": worker.pk, "query": "whose=unassigned"}

    response = desk_of(worker).post(f"{LIST}zuteilen/", data, follow=True)

    assert response.redirect_chain == [(f"{LIST}?whose=unassigned", 302)]
    assert "2 Anträge zugeteilt an Frau Yıldız." in response.content.decode()
    assert set(Application.objects.filter(assigned_to=worker)) == set(marked)
    assert references(response) == [other.submission.reference]


@pytest.mark.parametrize(
    ("data", "words"),
    [({}, "Bitte markieren Sie Anträge."), ({"application": ["x"]}, "Bitte wählen Sie, wer die Anträge bekommt.")],
)
def test_assigning_nothing_or_to_nobody_says_so(desk_of, worker, data, words):
    assert words in desk_of(worker).post(f"{LIST}zuteilen/", data, follow=True).content.decode()


def test_foreign_applications_and_colleagues_are_out_of_reach(desk_of, worker):
    foreign = make(StaffMembershipFactory().jobcenter)
    desk = desk_of(worker)

    desk.post(f"{LIST}zuteilen/", {"application": [foreign.pk], "membership": worker.pk})
    desk.post(f"{LIST}zuteilen/", {"application": [foreign.pk], "membership": StaffMembershipFactory().pk})

    assert Application.objects.get(pk=foreign.pk).assigned_to is None
    assert references(desk.get(LIST)) == []


def test_way_back_never_leaves_the_list(desk_of, worker):
    response = desk_of(worker).post(f"{LIST}zuteilen/", {"query": "//evil.example/?a=1"})

    assert response.url.startswith(reverse("desk:applications"))

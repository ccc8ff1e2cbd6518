"""A renewal over HTTP, from its start to the receipt."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from applications.models import Application, GrantPeriod
from applications.selectors.application import claim_of
from portal.outbox.services import deliver_due
from tests.factories.accounts import PostcodeAreaFactory
from tests.factories.personas import P03
from tests.factories.renewals import GrantPeriodFactory, household, renewal_of

pytestmark = pytest.mark.django_db
MOST_PAGES = 6
APPLIED = datetime.datetime(2026, 11, 16, 10, 0, tzinfo=datetime.UTC)
EVERYTHING = ["you", "people", "home", "work", "benefits", "needs", "assets", "insurance", "bank"]


@pytest.fixture
def claimant():
    PostcodeAreaFactory(postcode="00123")
    with time_machine.travel(APPLIED):
        user, _application = household(P03)
    return user


@pytest.fixture
def visitor(client, claimant):
    client.force_login(claimant)
    return client


class Reader:
    """Goes from page to page as somebody who presses the first button, and counts the pages that are seen."""

    def __init__(self, client):
        self.client = client
        self.seen = []

    def open(self, url):
        response = self.client.get(url)
        assert response.status_code == 200, url
        self.seen.append(url)
        return response

    def press(self, url, data):
        response = self.client.post(url, data)
        assert response.status_code == 302, (url, response.content.decode()[:500])
        return self.open(response.url)

    def step(self, page, **answers):
        draft_page = page.context["here"].slug
        return self.press(
            page.request["PATH_INFO"],
            {"wizard-current_step": draft_page, "version": page.context["version"], "go": "next", **answers},
        )


def test_household_without_changes_renews_in_six_pages(visitor):
    reader = Reader(visitor)
    tasks = reader.press(reverse("applications:overview"), {"form": "renewal"})
    changes = reader.open(tasks.context["continue_url"])
    confirm = reader.step(changes)
    papers = reader.step(confirm, confirmed=EVERYTHING)
    review = reader.press(papers.request["PATH_INFO"], {"go": "next"})
    reader.press(reverse("applications:send", args=[review.context["draft"].pk]), {})

    assert [url.strip("/").split("/")[-1] for url in reader.seen[1:-1]] == [
        "aenderungen",
        "stimmt-noch",
        "unterlagen",
        "pruefen",
    ]
    assert len(reader.seen) <= MOST_PAGES
    assert review.context["missing"] == []


def send(visitor, user, **said):
    """The renewal of who is signed in, sent with these answers by page: the application."""
    draft = renewal_of(user)
    for page, answers in said.items():
        slug = page.replace("_", "-")
        visitor.post(f"/antrag/{draft.pk}/{slug}/", {"wizard-current_step": slug, "go": "next", **answers})
    visitor.post(f"/antrag/{draft.pk}/absenden/")
    return Application.objects.get(submission__draft=draft)


def test_confirmed_answers_reach_claim_and_receipt(visitor, claimant):
    application = send(visitor, claimant, aenderungen={}, stimmt_noch={"confirmed": EVERYTHING})
    claim = claim_of(application)
    sections = {part.title: part for part in application.submission.parsed_content().sections}

    assert [person.first_name for person in claim.household.members] == ["Oliver", "Mia", "Tom", "Ida"]
    assert (claim.housing.base_rent, claim.bank.holder) == (730, "Petra Reuter")
    assert claim.renewal.changed == ()
    assert [part.value for part in claim.renewal.confirmed] == EVERYTHING
    assert {entry.label: entry.value for entry in sections["Wohnen"].entries}["Kaltmiete im Monat"] == (
        "730,00\xa0Euro"
    )
    assert not [point for point in application.submission.parsed_content().open_points if "Angabe" in point]


def test_what_nobody_has_confirmed_is_open_and_not_in_the_claim(visitor, claimant):
    application = send(visitor, claimant, aenderungen={}, stimmt_noch={"confirmed": ["you", "people"]})
    claim = claim_of(application)

    assert (claim.housing.street, claim.bank.iban, claim.incomes) == (None, None, ())
    assert "Was noch stimmt: 7 Angaben fehlen" in application.submission.parsed_content().open_points
    assert application.person.name == "Petra Reuter"


def test_nothing_at_all_is_a_renewal_too(visitor, claimant):
    application = send(visitor, claimant)

    assert claim_of(application).renewal.changed is None
    assert application.person.name == "Petra Reuter"
    deliver_due()
    assert not application.findings.filter(rule_id__startswith="SYS").exists()


def test_next_renewal_begins_with_the_last_one(visitor, claimant):
    send(visitor, claimant, aenderungen={}, stimmt_noch={"confirmed": EVERYTHING})

    assert renewal_of(claimant).answers["known"] == EVERYTHING


def test_ticked_changes_lead_to_their_pages_and_not_to_others(visitor, claimant):
    draft = renewal_of(claimant)
    base = f"/antrag/{draft.pk}/"
    visitor.post(f"{base}aenderungen/", {"wizard-current_step": "aenderungen", "go": "next", "changed": ["bank"]})
    answer = visitor.post(
        f"{base}stimmt-noch/", {"wizard-current_step": "stimmt-noch", "go": "next", "confirmed": EVERYTHING[:-1]}
    )

    assert answer.url == f"{base}bankkonto/"
    assert visitor.get(answer.url).context["form"].initial == {"has_account": "yes"}


def test_page_to_confirm_shows_short_lines_everything_folded_and_ticks(visitor, claimant):
    draft = renewal_of(claimant)
    page = visitor.get(f"/antrag/{draft.pk}/stimmt-noch/").content.decode()

    assert page.count("Das stimmt noch") == len(EVERYTHING)
    assert "Petra Reuter: Arbeit, Bäckerei Korn, 1.310,00\xa0Euro" in page
    assert "Kaltmiete im Monat" in page


def test_going_back_keeps_the_ticks(visitor, claimant):
    draft = renewal_of(claimant)
    address = f"/antrag/{draft.pk}/stimmt-noch/"
    back = visitor.post(address, {"wizard-current_step": "stimmt-noch", "go": "back", "confirmed": ["home"]})

    assert back.url == f"/antrag/{draft.pk}/aenderungen/"
    assert [part.key for part in visitor.get(address).context["parts"] if part.is_ticked] == ["home"]


def test_papers_in_the_file_are_not_asked_for_again(client):
    PostcodeAreaFactory(postcode="00123")
    with time_machine.travel(APPLIED):
        user, application = household(P03, papers=("LEASE", "BANK_STATEMENT"))
    client.force_login(user)
    draft = renewal_of(user)
    client.post(
        f"/antrag/{draft.pk}/stimmt-noch/",
        {"wizard-current_step": "stimmt-noch", "go": "next", "confirmed": EVERYTHING},
    )
    page = client.get(f"/antrag/{draft.pk}/unterlagen/")
    lines = {entry["line"].key: entry for entry in page.context["lines"]}

    assert (lines["LEASE"]["badge"], lines["LEASE"]["is_open"]) == ("liegt uns schon vor", False)
    assert lines["BANK_STATEMENT"]["badge"] == "fehlt noch"
    assert "Liegt uns vor, eingegangen am 16.\xa0November 2026" in page.content.decode()
    assert application.submission.files.count() == 2


def test_known_end_of_the_period_says_from_when_the_renewal_counts(visitor, claimant):
    case = Application.objects.get().case
    GrantPeriodFactory(case=case)
    with time_machine.travel(datetime.datetime(2026, 12, 10, 9, 0, tzinfo=datetime.UTC)):
        visitor.force_login(claimant)
        draft = renewal_of(claimant)
        review = visitor.get(f"/antrag/{draft.pk}/pruefen/").content.decode()
        visitor.post(f"/antrag/{draft.pk}/absenden/")

    application = Application.objects.get(submission__draft=draft)
    assert "gilt Ihr Antrag ab dem <strong>1.\xa0Februar 2027</strong>" in review
    assert application.effective_from == datetime.date(2027, 2, 1)
    assert application.submission.parsed_content().statements == (
        "Ihr Antrag gilt ab dem 1.\xa0Februar 2027 (§ 37 Abs. 2 SGB II).",
    )
    assert GrantPeriod.objects.get().renewed_by == application

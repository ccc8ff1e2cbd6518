"""Nobody's data ends up at somebody else: one helper, two people, two tabs, one shared computer (ADR 0006)."""

import pytest

from applications.models import Draft
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory
from tests.journeys.visitor import DESK

pytestmark = pytest.mark.browser
PAGE = "name"
WORD = "Nachtigall"  # what is typed for the first of the two


@pytest.fixture
def two(site):
    """Two people with a draft each, and their helper."""
    helper = UserFactory()
    drafts = [DraftFactory(), DraftFactory()]
    for draft, name in zip(drafts, ("Anna Anders", "Bodo Blau"), strict=True):
        draft.person.name = name
        draft.person.save()
        StandingFactory(helper=True, person=draft.person, user=helper, scopes=["fill_in", "send", "upload"])
    return helper, *drafts


@pytest.fixture
def helper(visit, two):
    visitor = visit(viewport=DESK)
    visitor.enter_as(two[0])
    return visitor


def page_of(draft, page=PAGE):
    return f"/fuer/{draft.case_id}/antrag/{draft.pk}/{page and page + '/'}"


def said(draft):
    """What is stored of the page with the name."""
    return Draft.objects.get(pk=draft.pk).answers.get("you") or {}


def typed_in(visitor):
    """Everything that stands in the fields of the page."""
    fields = visitor.page.locator("main input[type=text], main textarea")
    return "".join(fields.evaluate_all("fields => fields.map(field => field.value)"))


def test_value_of_the_person_before_is_not_filled_in(helper, two):
    _user, first, second = two
    helper.open(page_of(first))
    helper.fill(first_name=WORD)
    helper.press("Speichern und weiter")
    helper.open("/helfen/")
    helper.press("Für Bodo Blau handeln")
    helper.open(page_of(second))
    assert "Sie handeln für Bodo Blau." in helper.text
    assert typed_in(helper) == ""
    fields = helper.page.locator("main input[type=text]")
    assert fields.evaluate_all("fields => fields.every(field => field.autocomplete === 'off')")


def test_form_of_the_first_person_posted_after_switching_goes_to_the_first(helper, two):
    _user, first, second = two
    helper.open(page_of(first))
    helper.fill(first_name=WORD)
    other = helper.another_tab()
    other.open("/helfen/")
    other.press("Für Bodo Blau handeln")
    other.open(page_of(second))
    helper.press("Speichern und weiter")
    assert "Sie handeln für Anna Anders." in helper.text
    assert (said(first)["first_name"], said(second)) == (WORD, {})


def test_form_of_the_first_person_is_refused_in_the_space_of_the_second(helper, two):
    _user, first, second = two
    helper.open(page_of(first))
    helper.fill(first_name=WORD)
    helper.watch.expected.add(404)
    forged = f"/fuer/{second.case_id}/antrag/{first.pk}/{PAGE}/"
    helper.page.locator("main form").first.evaluate("(form, address) => { form.action = address }", forged)
    helper.leave_by(helper.page.get_by_role("button", name="Speichern und weiter").click)
    assert helper.heading == "Diese Seite gibt es nicht"
    assert (said(first), said(second)) == ({}, {})


def test_back_button_after_switching_leads_to_the_first_person_again_by_name(helper, two):
    _user, first, second = two
    helper.open(page_of(first))
    helper.open(page_of(second))
    helper.page.go_back()
    assert "Sie handeln für Anna Anders." in helper.text
    helper.fill(first_name=WORD)
    helper.press("Speichern und weiter")
    assert (said(first)["first_name"], said(second)) == (WORD, {})


def test_next_user_of_a_shared_computer_sees_nothing_of_the_person_before(helper, two):
    _user, first, _second = two
    helper.open(page_of(first))
    helper.fill(first_name=WORD)
    helper.press("Speichern und weiter")
    helper.open("/konto/abmelden/")
    helper.press("Abmelden")
    helper.enter_as(UserFactory())
    helper.open("/helfen/")
    assert "Im Moment ist das niemand." in helper.text
    helper.watch.expected.add(404)
    for address in (page_of(first), page_of(first, ""), f"/fuer/{first.case_id}/"):
        assert helper.open(address).status == 404
        assert helper.heading == "Sie können für diese Person nichts mehr tun"
    for _time in range(6):
        helper.page.go_back()
        assert not {WORD, "Anna", "Anders"} & set(helper.text.split())
    assert helper.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_helper_who_is_a_claimant_keeps_both_apart(helper, two):
    user, first, _second = two
    own = DraftFactory(standing=StandingFactory(person__user=user, person__case__prospective=True))
    helper.open(f"/antrag/{own.pk}/{PAGE}/")
    helper.fill(first_name="Petra")
    helper.press("Speichern und weiter")
    helper.open(page_of(first))
    assert typed_in(helper) == ""
    helper.fill(first_name=WORD)
    helper.press("Speichern und weiter")
    helper.open(f"/antrag/{own.pk}/{PAGE}/")
    assert "Sie handeln für" not in helper.text
    assert (said(own)["first_name"], said(first)["first_name"]) == ("Petra", WORD)

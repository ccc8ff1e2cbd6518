import pytest

from applications.catalogue.moving_assurance import FORM, NOT_YET
from applications.catalogue.walk import walk
from applications.enums import FormKind

YOUNG = {"started_on": "2026-11-26", "you": {"birth_date": "2003-05-02"}}


def test_it_begins_with_the_word_not_to_sign():
    first = walk(FORM, {})[0]

    assert (first.slug, first.step.tells[0]) == ("erst-fragen", NOT_YET)


@pytest.mark.parametrize(("signed", "says_so"), [(False, True), (None, True), (True, False)])
def test_receipt_says_not_to_sign_until_it_is_signed(signed, says_so):
    said = list(FORM.statements(FORM.read({"reasons": {"lease_signed": signed}})))

    assert (NOT_YET in said) is says_so


def test_more_is_asked_of_young_people_only():
    slugs = [{page.slug for page in walk(FORM, stored)} for stored in (YOUNG, {})]

    assert ["unter-25" in found for found in slugs] == [True, False]


def test_who_would_rather_talk_need_not_write():
    reasons = {"leaves_parents": True, "wants_talk": True}
    page = next(page for page in walk(FORM, YOUNG | {"reasons": reasons}) if page.slug == "unter-25")
    (question,) = (question for question in page.questions if question.key == "leaves_parents_reason")

    assert question.is_needed(page.own) is False


def test_every_cost_has_its_page():
    costs = ["deposit", "shares", "moving", "double_rent", "search"]
    walked = walk(FORM, {"moving_costs": {"costs": costs}})

    asked = [page.slug for page in walked if page.section.key == "moving_costs"]

    assert asked == ["kosten", "kaution", "anteile", "transport", "doppelte-miete", "suche"]


def test_it_is_a_request_and_counts_from_no_first_of_a_month():
    assert (FORM.kind, FORM.counts_from_first) == (FormKind.REQUEST, False)

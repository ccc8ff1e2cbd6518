import pytest

from applications.catalogue.placement_budget import FORM
from applications.catalogue.walk import walk


def test_it_says_first_that_one_has_to_ask_before():
    first = walk(FORM, {})[0]

    assert (first.slug, "vorher beantragt" in str(first.step.tells[0])) == ("erst-fragen", True)


@pytest.mark.parametrize(("purpose", "asked"), [("applying", False), ("interview", True), ("start", True)])
def test_job_is_asked_about_where_there_is_one(purpose, asked):
    slugs = {page.slug for page in walk(FORM, {"placement": {"purpose": purpose}})}

    assert ("stelle" in slugs) is asked


def test_it_is_an_application_that_counts_from_its_moment():
    (said,) = FORM.statements(FORM.read({}))

    assert (FORM.asks_for_benefits, FORM.counts_from_first) == (True, False)
    assert "die Zeit Ihres Antrags" in str(said)

"""Whatever is answered in a form, up to 20 people in a list: its course, claim, receipt and checks hold. No HTTP."""

import copy
import json

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from applications.catalogue.applicable import applicable
from applications.catalogue.compose import compose, current_version, forms
from applications.catalogue.progress import missing_in
from applications.catalogue.summary import summarise
from applications.catalogue.walk import walk
from applications.domain.draft import Course
from applications.plausibility.base import Context
from applications.plausibility.registry import CRASHED, run
from tests.walks.answering import DAY, Answering
from tests.walks.planning import changed, completed
from tests.walks.proving import answered, betrayed, hidden, leaves, recognisable
from tests.walks.watching import Watched

FORMS = sorted({key for key, _version in forms()})
PEOPLE = (1, 2, 4, 20)
# Not made smaller when one fails: a smaller household takes minutes to find and says no more.
# A seed is drawn, not every choice: what is known of the conditions grows from one example to the next.
WALKS = settings(
    deadline=None,
    max_examples=10,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(params=FORMS)
def watched(request):
    """Of one test only: what another has made known would make its examples depend on the order of the tests."""
    return Watched(compose(request.param, current_version(request.param)))


def answers_after_changes(watched, pick):
    """A form filled in and changed several times: some pages have closed, their answers are still there."""
    answering = Answering(pick)
    people = pick.choice(PEOPLE)
    stored = completed(watched.form, {"started_on": DAY.isoformat()}, answering, people=people)
    for _change in range(pick.randint(0, 4)):
        said = watched.look(stored)
        other = sorted((name, not answer) for name, answer in said)
        if other:
            stored = completed(watched.form, changed(watched, stored, other, answering), answering, people=people)
    return stored


@pytest.mark.slow
@settings(WALKS)
@given(pick=st.randoms(use_true_random=True))
def test_what_applies_counts_and_what_is_hidden_does_not(watched, pick):
    stored = answers_after_changes(watched, pick)
    form, before = compose(watched.form.key, watched.form.version), copy.deepcopy(stored)
    course = Course(form, stored)
    claim = course.claim(on=DAY)
    said = claim.model_dump(mode="json")
    expected = list(answered(form, stored))
    unanswered = [address for _label, words, address in expected if not words]
    summary = [
        (str(entry.label), entry.value, entry.address)
        for part in summarise(course.walked, stored, course.people)
        for block in part.blocks
        for entry in block.entries
    ]

    assert summary == expected
    assert sorted(unanswered) == sorted(
        lack.instance.place.address(lack.question.key)
        for page in course.walked
        for lack in missing_in(page, stored)
        if lack.question
    )
    assert hidden(form, stored) & (leaves(said) | leaves(course.counted)) == set()
    assert betrayed(hidden(form, stored), json.dumps(said, ensure_ascii=False)) == []
    assert [finding.rule_id for finding in run(claim, Context(today=DAY)) if finding.rule_id == CRASHED] == []
    assert stored == before


@pytest.mark.slow
@settings(WALKS, max_examples=50)
@given(pick=st.randoms(use_true_random=True))
def test_hidden_answer_opens_and_closes_no_page(watched, pick):
    """A condition that reads what is only asked sometimes has to say when: else the claim does not follow from it."""
    stored = answers_after_changes(watched, pick)
    form = compose(watched.form.key, watched.form.version)
    walked = walk(form, stored)
    pages, without = ({page.slug for page in each} for each in (walked, walk(form, applicable(walked, stored))))

    assert {"opened by what is hidden": pages - without, "closed by it": without - pages} == {
        "opened by what is hidden": set(),
        "closed by it": set(),
    }


@pytest.mark.slow
@settings(WALKS)
@given(pick=st.randoms(use_true_random=True))
def test_what_is_needed_and_answered_stands_in_the_claim(watched, pick):
    stored = answers_after_changes(watched, pick)
    form = compose(watched.form.key, watched.form.version)
    course = Course(form, stored)
    said, there = course.claim(on=DAY).model_dump(mode="json"), recognisable(form, stored)
    needed = {
        page.place.address(question.key)
        for page in course.walked
        for question in page.questions
        if question.is_needed(page.own) and not question.for_staff_only
    }
    text = json.dumps(said, ensure_ascii=False)

    assert [address for address in sorted(needed & set(there)) if not betrayed({there[address][1]}, text)] == []

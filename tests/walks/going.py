"""From the beginning of a form to its receipt, and what must hold there."""

import random
from dataclasses import dataclass

from django.utils import timezone

from applications.catalogue.applicable import applicable
from applications.catalogue.walk import walk
from applications.domain.application import NOT_KEPT
from applications.models import Application
from portal.leaving.domain.contents import Contents, gather
from portal.submissions.models import Submission
from tests.factories.accounts import UserFactory
from tests.walks.answering import Answering
from tests.walks.planning import begun, further
from tests.walks.proving import (
    UNSENT,
    answered,
    betrayed,
    hidden,
    leaves,
    on_receipt,
    recognisable,
    shown_on_review,
    unsent,
)
from tests.walks.visiting import Visit
from tests.walks.watching import Watched

STAGES = 60
VISITS = 6  # some things are only to be seen by those who have begun with them


def go_everywhere(client, form):
    """Visits, each before its review, until every condition was true and false: everybody comes twice.

    First a household is filled in; then answers are changed until nothing is left to see, or no way leads on. Fails
    when something stays unseen.
    """
    watched, answering = Watched(form), Answering(random.Random(form.key))
    missing, user = watched.outcomes, None
    for number in range(VISITS):
        user = user if number % 2 else UserFactory()  # everybody comes twice: what was told holds on
        client.force_login(user)
        visit = Visit(client, form)
        plan = begun(watched, answering, visit.typed, missing)
        visit.fill_in(plan)
        for _stage in range(STAGES):
            missing -= watched.look(visit.typed)
            plan = further(watched, visit.typed, missing, answering) if missing else None
            if plan is None:
                break
            visit.change(plan)
        yield visit, user
        if not missing:
            return
    raise AssertionError(f"no answers made these conditions say so: {sorted(missing)}")


@dataclass
class Arrived:
    """What there is after sending: pages as text, what was stored, the copy of the person's data."""

    review: str
    confirmation: str
    submission: Submission
    application: Application
    copy: Contents


def send(visit, user):
    """Look at everything once more and send it."""
    review, confirmation = visit.review().content.decode(), visit.send().content.decode()
    submission = Submission.objects.get(token=visit.draft.pk)
    application = Application.objects.get(submission=submission)
    return Arrived(review, confirmation, submission, application, gather(user.pk, at=timezone.now()))


def assert_exactly_what_applies_has_arrived(visit, arrived):
    """Everything that applies stands everywhere, and nothing of what was answered on pages that have closed."""
    expected, left_out = list(answered(visit.form, visit.typed)), hidden(visit.form, visit.typed)
    content, data, copy = arrived.submission.content, arrived.submission.data, arrived.copy

    assert shown_on_review(arrived.review) == [(label, words) for label, words, _address in expected]
    assert sorted(on_receipt(arrived.submission.parsed_content())) == sorted(expected)
    assert _kept(arrived.application.sent_answers.answers) == _kept(
        applicable(walk(visit.form, visit.typed), visit.typed)
    )
    to_send, _mark, not_to_send = arrived.review.partition(UNSENT)
    assert betrayed(left_out, to_send + arrived.confirmation) == []
    assert betrayed(_given_up(visit), not_to_send) == sorted(_given_up(visit))
    assert left_out & (leaves(content) | leaves(data)) == set()
    told_before = {
        word
        for question, value in recognisable(visit.form, visit.begun_with).values()
        for word in (question.show(value, {}), value)
    }
    assert betrayed(left_out - told_before, copy.data() + copy.page()) == []
    exported = betrayed({words for _label, words, _address in expected}, copy.page())
    assert exported == sorted({words for _label, words, _address in expected})


def _given_up(visit):
    """What was answered on the way and is not sent. What was told before, and nobody was asked about, is no part of it."""
    return unsent(visit.form, visit.typed) - unsent(visit.form, visit.begun_with)


def _kept(stored):
    return {key: part for key, part in stored.items() if key not in NOT_KEPT}

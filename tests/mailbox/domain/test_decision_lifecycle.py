import pytest

from mailbox.domain.decision_lifecycle import Hand, advance, hand_of, may_step
from mailbox.enums import DecisionStatus as Status
from mailbox.errors import StepNotAllowed
from mailbox.models import Decision
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.decisions import drafted, house, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return house()


def test_step_moves_and_writes_history(there):
    decision = drafted(there)
    advance(decision, Status.WAITING, by=there.author, note="bitte heute")

    step = decision.steps.get()
    assert Decision.objects.get().status == Status.WAITING
    assert (step.from_status, step.to_status, step.membership, step.note) == (
        "draft",
        "waiting",
        there.author,
        "bitte heute",
    )


@pytest.mark.parametrize(
    ("status", "author", "second"),
    [
        (Status.DRAFT, {Status.WAITING, Status.WITHDRAWN}, {Status.WITHDRAWN}),
        (Status.WAITING, {Status.DRAFT, Status.WITHDRAWN}, {Status.DRAFT, Status.RELEASED, Status.WITHDRAWN}),
        (Status.RELEASED, set(), set()),
        (Status.WITHDRAWN, set(), set()),
    ],
)
def test_steps_of_each_hand(there, status, author, second):
    decision = Decision(status=status, created_by=there.author)

    assert {to for to in Status if may_step(decision, to, there.author)} == author
    assert {to for to in Status if may_step(decision, to, there.second)} == second


def test_second_membership_of_the_author_is_the_author(there):
    there.author.valid_to = there.author.valid_from
    there.author.save()
    again = StaffMembershipFactory(user=there.author.user, jobcenter=there.case.jobcenter)

    assert hand_of(Decision(created_by=there.author), again) is Hand.AUTHOR


def test_who_was_overtaken_takes_no_step(there):
    decision = waiting(there)
    stale = Decision.objects.get(pk=decision.pk)
    advance(decision, Status.WITHDRAWN, by=there.second)

    with pytest.raises(StepNotAllowed):
        advance(stale, Status.DRAFT, by=there.second)
    assert Decision.objects.get().status == Status.WITHDRAWN

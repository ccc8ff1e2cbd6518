import pytest

from applications import tasks
from portal.outbox.models import subscriptions


@pytest.mark.parametrize(
    ("fact", "handler"),
    [
        ("evidence.requested", tasks.follow_evidence_requested),
        ("evidence.handed_in", tasks.follow_evidence_handed_in),
        ("evidence.settled", tasks.follow_evidence_settled),
    ],
)
def test_handler_hears_of_its_fact(fact, handler):
    assert handler in [subscription.handler for subscription in subscriptions.of(fact)]

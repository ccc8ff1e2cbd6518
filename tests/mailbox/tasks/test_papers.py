import uuid

import pytest

from mailbox.tasks import read_pile
from portal.outbox.models import subscriptions
from tests.factories.paper_scans import PaperScanFactory


@pytest.mark.django_db
def test_pile_is_read(scanner):
    scan = PaperScanFactory()

    read_pile(scan.pk)

    scan.refresh_from_db()
    assert (scan.codes, scan.refusal) == ([[]], "")


@pytest.mark.django_db
def test_pile_that_was_thrown_away_is_nothing_to_read():
    assert read_pile(uuid.uuid4()) is None


def test_pile_is_read_when_it_has_come():
    assert [each.handler for each in subscriptions.of("paper_scan.received")] == [read_pile]

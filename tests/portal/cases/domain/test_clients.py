import datetime
import uuid

import pytest
from django.utils import timezone

from portal.cases.domain.clients import is_paper_code, paper_code, state_of_client
from portal.cases.enums import ClientState
from portal.cases.models import Invitation, Standing

NOW = timezone.now()


def held(**fields):
    return Standing(**{"kind": "adviser", "valid_to": NOW + datetime.timedelta(days=90), **fields})


@pytest.mark.parametrize(
    ("standing", "paper", "state"),
    [
        (held(), None, ClientState.ACTIVE),
        (held(valid_to=None), None, ClientState.ACTIVE),
        (held(valid_to=NOW + datetime.timedelta(days=30)), None, ClientState.ENDS_SOON),
        (held(valid_to=NOW + datetime.timedelta(days=31)), None, ClientState.ACTIVE),
        (held(valid_to=NOW), None, ClientState.OVER),
        (held(revoked_at=NOW), None, ClientState.OVER),
        (held(), Invitation(status="open"), ClientState.PAPER_MISSING),
        (held(), Invitation(status="open", paper_document_id=uuid.uuid4()), ClientState.PAPER_IN_CHECK),
        (held(), Invitation(status="declined", paper_document_id=uuid.uuid4()), ClientState.PAPER_REFUSED),
        (held(proof_checked_at=NOW), Invitation(status="accepted"), ClientState.ACTIVE),
        (held(proof_checked_at=NOW), Invitation(status="open"), ClientState.ACTIVE),
        (held(revoked_at=NOW), Invitation(status="open"), ClientState.OVER),
    ],
)
def test_state_follows_from_dates_and_paper(standing, paper, state):
    assert state_of_client(standing, paper, NOW) is state


def test_code_of_a_paper_is_the_same_as_often_as_it_is_printed():
    paper = uuid.uuid4()
    assert paper_code(paper) == paper_code(paper)
    assert len(paper_code(paper)) == len("7KQ4-92FD")


def test_code_is_found_in_any_spelling_and_fits_its_paper_only():
    paper = uuid.uuid4()
    assert is_paper_code(paper, paper_code(paper).lower().replace("-", " "))
    assert not is_paper_code(uuid.uuid4(), paper_code(paper))
    assert not is_paper_code(paper, "")

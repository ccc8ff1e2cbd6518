from uuid import uuid4

import pytest

from mailbox.errors import RequestNotOpen
from mailbox.models import EvidenceRequest
from portal.desk.domain.evidence_draft import Letter, begin_request, rewrite_request
from tests.factories.evidence import LEASE, PAYSLIPS, STATEMENTS, asked, drafted

pytestmark = pytest.mark.django_db

HINT = Letter(introduction="Guten Tag", deadline=None, is_hint=True)


def test_same_token_is_the_same_draft():
    found, token = drafted(LEASE), uuid4()
    facts = {
        "actor": found.staff,
        "case": found.request.case,
        "person": found.person,
        "submission": None,
        "letter": HINT,
        "items": [LEASE],
        "token": token,
    }

    assert begin_request(**facts) == begin_request(**facts)
    assert EvidenceRequest.objects.count() == 2


def test_draft_becomes_what_was_written():
    found = drafted(STATEMENTS, LEASE)

    rewrite_request(
        actor=found.staff, request=found.request, letter=HINT, items=[(found.items[1].pk, PAYSLIPS), (None, LEASE)]
    )

    assert [(item.position, item.what) for item in found.items] == [(1, PAYSLIPS.what), (2, LEASE.what)]
    assert (found.now().is_hint, found.now().introduction) == (True, "Guten Tag")


def test_thing_that_a_colleague_has_removed_comes_back():
    found = drafted(STATEMENTS)

    rewrite_request(actor=found.staff, request=found.request, letter=HINT, items=[(uuid4(), LEASE)])

    assert [item.what for item in found.items] == [LEASE.what]


def test_what_was_sent_stays_as_it_was():
    found = asked(STATEMENTS)

    with pytest.raises(RequestNotOpen):
        rewrite_request(actor=found.staff, request=found.request, letter=HINT, items=[(None, LEASE)])
    assert [item.what for item in found.items] == [STATEMENTS.what]

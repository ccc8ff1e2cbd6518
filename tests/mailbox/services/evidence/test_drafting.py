import datetime

import pytest
from msgspec import structs

from mailbox.errors import RequestIncomplete, RequestNotOpen
from mailbox.services.evidence import add_item, change_item, change_request, draft_request, remove_item
from portal.cases.errors import NotPermitted
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory, staff_actor
from tests.factories.evidence import LEASE, PAYSLIPS, STATEMENTS, asked, drafted

pytestmark = pytest.mark.django_db


def test_draft_keeps_what_the_matrix_says():
    found = drafted(STATEMENTS)

    item = found.items[0]
    assert {name: getattr(item, name) for name in ("what", "why", "basis", "alternatives", "document_class")} == {
        "what": STATEMENTS.what,
        "why": STATEMENTS.why,
        "basis": STATEMENTS.basis,
        "alternatives": STATEMENTS.alternatives,
        "document_class": "BANK_STATEMENT",
    }
    assert item.may_blacken


def test_draft_is_changed_thing_by_thing():
    found = drafted(STATEMENTS, LEASE)

    add_item(actor=found.staff, request=found.request, draft=PAYSLIPS)
    remove_item(actor=found.staff, item=found.items[0])
    change_item(actor=found.staff, item=found.items[0], draft=structs.replace(LEASE, what="Mietbescheinigung"))

    assert [(item.position, item.what) for item in found.items] == [(1, "Mietbescheinigung"), (2, PAYSLIPS.what)]


def test_letter_is_changed_and_its_day_moves_on():
    found = drafted(LEASE)

    request = change_request(
        actor=found.staff, request=found.request, introduction="Guten Tag", deadline=datetime.date(2027, 12, 25)
    )

    assert (request.introduction, request.deadline) == ("Guten Tag", datetime.date(2027, 12, 27))


def test_hint_has_no_day():
    found = drafted(LEASE, is_hint=True, deadline=datetime.date(2027, 12, 1))

    assert found.request.deadline is None


def test_nothing_is_asked_of_somebody_of_another_case_or_by_other_offices():
    found = drafted(LEASE)
    case = found.request.case

    with pytest.raises(NotPermitted):
        draft_request(actor=found.staff, case=case, person=PersonFactory())
    with pytest.raises(NotPermitted):
        draft_request(actor=staff_actor(StaffMembershipFactory()), case=case, person=found.person)
    with pytest.raises(NotPermitted):
        draft_request(actor=found.claimant, case=case, person=found.person)


def test_thing_without_words_and_what_was_sent_are_refused():
    found = drafted(LEASE)
    with pytest.raises(RequestIncomplete):
        change_item(actor=found.staff, item=found.items[0], draft=structs.replace(LEASE, what=""))

    sent = asked(LEASE)
    with pytest.raises(RequestNotOpen):
        remove_item(actor=sent.staff, item=sent.items[0])

import json
from uuid import uuid4

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from mailbox.domain.evidence_data import export_requests
from mailbox.enums import AnswerKind, ItemStatus
from mailbox.services.evidence import ask_for_time, judge_item
from tests.factories.evidence import LEASE, STATEMENTS, asked, drafted

pytestmark = pytest.mark.django_db


def test_copy_holds_what_was_asked_answered_and_wished():
    found = asked(STATEMENTS, LEASE)
    document = found.document(name="Auszug.pdf")
    submission = found.answer(1, document_ids=[document.pk])
    found.answer(2, AnswerKind.NOT_AVAILABLE, text="Es gibt keinen.")
    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.UNUSABLE, reason="Seite 2 fehlt.")
    ask_for_time(actor=found.claimant, request=found.request, token=uuid4(), text="Ich bin krank.")

    exported = export_requests(found.person.user_id)

    (request,) = exported.data
    assert request["items"][0]["answers"][0] == {
        "kind": "documents",
        "text": "",
        "created_at": submission.received_at,
        "submission": str(submission.pk),
        "documents": [str(document.pk)],
    }
    assert request["items"][0]["reason"] == "Seite 2 fehlt."
    assert request["extensions"][0]["text"] == "Ich bin krank."
    (record,) = exported.records
    assert [each.title for each in record.records][:2] == ["Kontoauszüge der letzten drei Monate", "Mietvertrag"]
    assert ("Geschickt", "Auszug.pdf") in record.records[0].facts
    assert json.dumps(exported.data, cls=DjangoJSONEncoder)


def test_copy_holds_no_draft_of_the_office():
    found = drafted()

    assert export_requests(found.person.user_id).data == []

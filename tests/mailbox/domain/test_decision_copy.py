import hashlib

import pytest

from mailbox.domain.decision_copy import export_decisions
from portal.outbox.services import deliver_due
from tests.factories.cases import StandingFactory
from tests.factories.decisions import TITLE, drafted, house, released
from tests.factories.documents import make_pdf

pytestmark = pytest.mark.django_db


def test_copy_holds_what_was_delivered_with_its_file():
    there = house()
    released(there, content=make_pdf(2), cover="Bitte lesen Sie Seite 2.")
    deliver_due()

    exported = export_decisions(there.person.user_id)
    record, data = exported.records[0], exported.data[0]
    assert (record.title, record.lines[0]) == (TITLE, "Bitte lesen Sie Seite 2.")
    assert "Nachricht gesendet am" in record.lines[1]
    assert ("Zustellung", "im Portal bereitgestellt") in record.facts
    content = b"".join(record.files[0].pieces())
    assert data["sha256"] == hashlib.sha256(content).hexdigest() == hashlib.sha256(make_pdf(2)).hexdigest()
    assert data["path"] == "bescheide/001_Bescheid.pdf"


def test_copy_holds_no_draft():
    there = house()
    drafted(there)

    assert export_decisions(there.person.user_id).records == ()


def test_helper_gets_nothing_of_the_person():
    there = house()
    released(there)
    helper = StandingFactory(helper=True, person=there.person, scopes=["read_decisions", "read_postbox"])

    assert export_decisions(helper.user_id).records == ()

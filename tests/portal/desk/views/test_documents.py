import uuid

import pytest

from portal.cases.enums import Role
from portal.cases.models import Actor
from portal.desk.views.documents import lines_of, title_of
from portal.documents.models import Document, StoredFile


def document(**fields):
    return Document(**{"pk": uuid.uuid4(), "original_name": "IMG_1.jpg", "size": 1000, "status": "released", **fields})


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"evidence_code": "PAYSLIP", "evidence_person": "c1"}, "Lohnabrechnungen – Ella"),
        ({"evidence_code": "PAYSLIP"}, "Lohnabrechnungen"),
        ({"evidence_code": "OTHER"}, "IMG_1.jpg"),
        ({}, "IMG_1.jpg"),
        ({"is_restricted": True}, "Besonders geschützte Unterlage"),
    ],
)
def test_title_says_what_and_whose(fields, title):
    assert title_of(document(**fields), {"c1": "Ella"}) == title


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, "noch nicht beurteilt"),
        ({"review": "accepted"}, "brauchbar"),
        ({"review": "unusable"}, "nicht brauchbar"),
        ({"status": "received"}, "wird geprüft"),
        ({"status": "refused"}, "nicht lesbar zu machen"),
        ({"status": "removed", "emptied_at": "now"}, "Inhalt gelöscht"),
    ],
)
def test_state_says_what_staff_can_do(fields, state):
    (line,) = lines_of(Actor(role=Role.CASEWORKER), [document(**fields)], {})

    assert line.state == state


def test_restricted_one_waits_only_for_who_may_open_it():
    closed = document(is_restricted=True, normalised=StoredFile(), evidence_code="MEDICAL_DIET_CERT")
    actors = Actor(role=Role.CASEWORKER), Actor(role=Role.CASEWORKER, opens_restricted=True)

    lines = [lines_of(actor, [closed], {})[0] for actor in actors]

    assert [(line.is_undecided, line.name) for line in lines] == [(False, ""), (True, "")]

import datetime

import pytest

from applications.domain.withdrawal import can_be_withdrawn, waits_for, withdrawal_content
from applications.enums import ApplicationStatus, WaitsFor
from applications.models import Application
from portal.cases.enums import Role, StandingKind
from portal.cases.models import Person, Standing
from portal.submissions.models import Submission

TODAY = datetime.date(2026, 11, 26)
NOW = datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.UTC)
ADULT, CHILD = datetime.date(2008, 11, 26), datetime.date(2008, 11, 27)


@pytest.mark.parametrize(
    ("role", "birth_date", "waits"),
    [
        (Role.CLAIMANT, ADULT, WaitsFor.NOBODY),
        (Role.CLAIMANT, CHILD, WaitsFor.REPRESENTATIVE),
        (Role.CLAIMANT, None, WaitsFor.NOBODY),
        (Role.REPRESENTATIVE, CHILD, WaitsFor.REPRESENTATIVE),
        (Role.REPRESENTATIVE, ADULT, WaitsFor.NOBODY),
        (Role.GUARDIAN, CHILD, WaitsFor.NOBODY),
        (Role.GUEST, ADULT, WaitsFor.OFFICE),
        (Role.GUEST, CHILD, WaitsFor.REPRESENTATIVE),
    ],
)
def test_whose_word_is_needed(role, birth_date, waits):
    assert waits_for(role=role, birth_date=birth_date, representing=(), on=TODAY) == waits


@pytest.mark.parametrize(("checked", "waits"), [(NOW, WaitsFor.REPRESENTATIVE), (None, WaitsFor.NOBODY)])
def test_reservation_of_a_court_needs_the_guardian(checked, waits):
    guardian = Standing(kind=StandingKind.GUARDIAN, has_reservation=True, proof_checked_at=checked)

    assert waits_for(role=Role.CLAIMANT, birth_date=ADULT, representing=[guardian], on=TODAY) == waits


@pytest.mark.parametrize(
    ("status", "kind", "is_correction", "possible"),
    [
        (ApplicationStatus.RECEIVED, "application", False, True),
        (ApplicationStatus.IN_REVIEW, "message", False, True),
        (ApplicationStatus.RECEIVED, "change_notice", False, False),
        (ApplicationStatus.RECEIVED, "application", True, False),
        (ApplicationStatus.DECIDED, "application", False, False),
        (ApplicationStatus.WITHDRAWN, "application", False, False),
    ],
)
def test_what_can_be_taken_back(status, kind, is_correction, possible):
    application = Application(status=status, is_correction=is_correction, submission=Submission(kind=kind))

    assert can_be_withdrawn(application) is possible


def test_content_names_what_is_taken_back_and_why():
    sent = Submission(title="Antrag", reference="JC-1234-5678")
    application = Application(submission=sent, person=Person(name="Miriam Sander"))

    content = withdrawal_content(application, WaitsFor.NOBODY, reason="Neue Arbeit")

    assert [entry.value for entry in content.sections[0].entries] == ["Antrag (JC-1234-5678)", "Neue Arbeit"]
    assert content.statements == ("Der Vorgang JC-1234-5678 ist zurückgenommen. Wir prüfen ihn nicht weiter.",)
    assert content.applicant == "Miriam Sander"

import pytest

from applications.selectors.application import finding_groups
from portal.desk.views.answers import Reading
from portal.desk.views.cards import cards_of
from portal.submissions.models import Entry, Section, SubmissionContent
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory, FindingFactory

pytestmark = pytest.mark.django_db
CONTENT = SubmissionContent(
    sections=(Section(title="Wohnen", entries=(Entry(label="Kaltmiete", value="", place="home.base_rent"),)),)
)


@pytest.fixture
def application():
    return ApplicationFactory()


def cards(application, reading, names=None):
    return cards_of(finding_groups(application), names or {}, reading, None)


def test_name_is_added_only_where_the_sentence_lacks_it(application):
    FindingFactory(application=application, person_answer_id="p1")
    FindingFactory(
        application=application, person_answer_id="p1", staff_message={"msgid": "Mia geht zur Schule.", "data": {}}
    )

    (card,) = cards(application, Reading(CONTENT), {"p1": "Mia"})

    assert sorted(item.name for item in card.items) == ["", "Mia"]


def test_only_waiting_findings_mark_their_answers(application):
    refs = ["housing.base_rent"]
    waiting = FindingFactory(application=application, refs=refs)
    FindingFactory(application=application, refs=refs, state="resolved", decided_at=RECEIVED_AT)
    reading = Reading(CONTENT)

    cards(application, reading)

    assert reading.sections[0].answers[0].marks == [waiting]

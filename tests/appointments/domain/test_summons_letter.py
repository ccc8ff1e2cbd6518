import datetime

import pytest

from appointments.domain.summons_letter import LetterFacts, letter_html, letter_pdf, place_of
from appointments.enums import MeetingPurpose
from tests.factories.accounts import OfficeFactory
from tests.factories.appointments import AppointmentFactory, RoomFactory
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db
INVITED = datetime.datetime(2026, 11, 7, 9, tzinfo=datetime.UTC)


def facts(**more):
    return LetterFacts(**{"purpose": MeetingPurpose.CHECK, "notice": "Der ganze Hinweis.", **more})


def test_letter_is_addressed_to_who_represents_for_the_person():
    appointment = AppointmentFactory()
    represents = RepresentationFactory(person=appointment.person)

    words = letter_html(appointment, facts())

    assert represents.holder_name in words
    assert "für Miriam Sander" in words


def test_letter_names_place_purpose_notice_and_what_went_before():
    appointment = AppointmentFactory()
    office = OfficeFactory(jobcenter=appointment.case.jobcenter)
    appointment.office, appointment.room = office, RoomFactory(office=office, name="Raum 12")
    invited = {"invited_at": INVITED, "reminded_at": INVITED + datetime.timedelta(days=5)}

    words = letter_html(appointment, facts(travel="Bitte Fahrkarte aufheben.", address=("Beispielweg 3",), **invited))

    for part in (
        "Raum 12",
        "Prüfung der Voraussetzungen für den Leistungsanspruch",
        "Der ganze Hinweis.",
        "Bitte Fahrkarte aufheben.",
        "Beispielweg 3",
        "daran erinnert",
    ):
        assert part in words
    assert place_of(appointment)[-2:] == ["Raum 12", "Erdgeschoss, zweite Tür links"]


def test_letter_becomes_a_pdf():
    assert letter_pdf(AppointmentFactory(), facts()).startswith(b"%PDF")

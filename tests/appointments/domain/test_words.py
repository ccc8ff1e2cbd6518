import pytest

from appointments.domain.words import office_of, receipt_content, receipt_data, when, where
from appointments.enums import Change, Channel
from tests.factories.accounts import OfficeFactory
from tests.factories.appointments import AppointmentFactory, RoomFactory

pytestmark = pytest.mark.django_db


def said(appointment, change=Change.BOOKED, **more):
    content = receipt_content(appointment, change, **more)
    return {entry.label: entry.value for entry in content.sections[0].entries}


def test_when_is_local_time():
    assert when(AppointmentFactory()) == "Montag, 7.\u00a0Dezember 2026, 9:00 bis 9:30\u00a0Uhr"


def test_where_names_office_and_room_in_person_only():
    room = RoomFactory()
    appointment = AppointmentFactory(room=room, office=room.office, phone="0171 234567")

    assert room.name in where(appointment)
    appointment.channel = Channel.PHONE
    assert where(appointment) == "am Telefon\nWir rufen Sie an: 0171 234567"


@pytest.mark.parametrize("is_house", [True, False])
def test_where_says_once_that_there_are_no_steps(is_house):
    office = OfficeFactory(is_step_free=is_house, has_lift=True)
    appointment = AppointmentFactory(room=RoomFactory(office=office, is_step_free=True), office=office)

    assert where(appointment).split("\n").count("Ohne Stufen erreichbar") == 1
    assert "Mit Aufzug" in where(appointment)


def test_office_is_the_main_one_where_none_is_named():
    appointment = AppointmentFactory()
    office = OfficeFactory(jobcenter=appointment.case.jobcenter, is_default=True)

    assert office_of(appointment) == office


def test_receipt_leaves_out_what_was_not_said():
    assert list(said(AppointmentFactory())) == ["Für wen", "Worum es geht", "Wann", "Wo und wie", "Mit wem"]


def test_receipt_says_that_nobody_is_notified():
    assert said(AppointmentFactory(is_confidential=True))["Benachrichtigungen"] == "keine, der Termin ist vertraulich"


@pytest.mark.parametrize(
    "change", [Change.BOOKED, Change.MOVED, Change.CHANNEL, Change.NEEDS, Change.CANCELLED, Change.REASON]
)
def test_receipt_has_a_sentence_for_each_deed(change):
    [sentence] = receipt_content(AppointmentFactory(), change).statements

    assert sentence.endswith(".")


def test_receipt_data_is_exact():
    data = receipt_data(AppointmentFactory(), Change.CANCELLED, reason="krank")

    assert (data["starts"], data["change"], data["reason"]) == ("2026-12-07T09:00:00+01:00", "cancelled", "krank")

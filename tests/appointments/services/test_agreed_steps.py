import datetime

import pytest

from appointments.errors import LinkNotSafe, NothingToAgree
from appointments.models import AgreedStep
from appointments.services import agree_step, remove_step, tick_step
from mailbox.models import Message
from portal.cases.errors import NotPermitted
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import AppointmentFactory
from tests.factories.cases import claimant_actor, staff_actor

pytestmark = pytest.mark.django_db
COURSE = "https://kurse.example/deutsch-b1"


@pytest.fixture
def appointment():
    return AppointmentFactory()


@pytest.fixture
def worker(appointment):
    return staff_actor(appointment.membership)


def test_step_says_who_does_what_until_when(appointment, worker):
    due = datetime.date(2026, 12, 18)
    agree_step(actor=worker, appointment=appointment, text=" Kurs ansehen ", link=COURSE, due=due)

    step = AgreedStep.objects.get()
    assert (step.text, step.link, step.is_for_person, step.due, step.done_at) == (
        "Kurs ansehen",
        COURSE,
        True,
        due,
        None,
    )


def test_step_without_words_or_with_an_unsafe_link_is_none(appointment, worker):
    with pytest.raises(NothingToAgree):
        agree_step(actor=worker, appointment=appointment, text="  ")
    with pytest.raises(LinkNotSafe):
        agree_step(actor=worker, appointment=appointment, text="Kurs", link="http://kurse.example/")

    assert not AgreedStep.objects.exists()


def test_step_is_ticked_and_taken_back(appointment, worker):
    step = agree_step(actor=worker, appointment=appointment, text="Lebenslauf schicken")

    tick_step(actor=worker, step=step, is_done=True)
    assert AgreedStep.objects.get().done_at is not None
    tick_step(actor=worker, step=step, is_done=False)
    assert AgreedStep.objects.get().done_at is None
    remove_step(actor=worker, step=step)
    assert not AgreedStep.objects.exists()


def test_only_staff_of_the_house_agree(appointment):
    for actor in (claimant_actor(appointment.case), staff_actor(StaffMembershipFactory())):
        with pytest.raises(NotPermitted):
            agree_step(actor=actor, appointment=appointment, text="Kurs ansehen")


def test_whoever_was_told_of_a_step_hears_that_it_holds_no_longer(appointment, worker):
    untold = agree_step(actor=worker, appointment=appointment, text="Kurs ansehen")
    told = agree_step(actor=worker, appointment=appointment, text="Lebenslauf schicken")
    told.told_at = told.created_at
    told.save()

    for step in (untold, told):
        remove_step(actor=worker, step=step)

    said = Message.objects.get().body
    assert ("Lebenslauf schicken" in said, "Es gilt nicht mehr" in said) == (True, True)

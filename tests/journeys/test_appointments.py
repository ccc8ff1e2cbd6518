"""To a talk and back: booked, an interpreter brought along, moved by link, called off with a proof, at 360 px."""

import datetime
import re

import pytest
from django.utils import timezone

from appointments.domain.links import link_address
from appointments.models import Appointment, Service
from portal.accounts.models import Jobcenter, Office, StaffMembership
from portal.ui.formats import BERLIN
from tests.factories.appointments import OpeningRuleFactory, RoomFactory, ServiceFactory
from tests.factories.cases import StandingFactory
from tests.journeys import papers

pytestmark = pytest.mark.browser

A_DAY = re.compile("^(Mon|Diens|Mitt|Donners|Frei)")  # how the button of the next free time begins
TOPIC, COMPANION = "Meine Miete ist gestiegen", "Frau Haddad"


@pytest.fixture
def service(site) -> Service:
    """Questions about benefits: somebody is there on every working day, in a room that can be reached without steps."""
    jobcenter = Jobcenter.objects.get(slug="musterkreis")
    room = RoomFactory(office=Office.objects.filter(jobcenter=jobcenter).first(), name="Raum 12")
    OpeningRuleFactory(
        membership=StaffMembership.objects.get(user__email="sachbearbeitung@example.org"),
        first_day=timezone.localdate(),
        office=room.office,
        room=room,
    )
    return ServiceFactory(
        jobcenter=jobcenter,
        name="Fragen zu Leistungen",
        description="Wir sprechen über Ihren Antrag, Ihren Bescheid oder Ihr Geld.",
        bring="Den letzten Bescheid und Briefe, um die es geht",
    )


def times_on(visitor):
    """The values of all buttons with a time, the next free one first."""
    buttons = visitor.page.locator("#zeiten [name=starts]")
    return buttons.evaluate_all("found => found.map(button => button.value)")


def in_words(value):
    moment = datetime.datetime.fromisoformat(value).astimezone(BERLIN)
    return f"{moment.hour}:{moment:%M}"


def test_book_bring_an_interpreter_move_by_link_and_cancel_with_proof(visit, service):
    claimant = visit(secrets=(TOPIC, COMPANION))
    claimant.enter_as(StandingFactory(person__case__jobcenter=service.jobcenter).user)
    first = book_in_person(claimant)
    link = invite_interpreter(claimant)
    says_to_come(visit(), link, at=first)

    stranger = visit(secrets=(TOPIC,))  # on another device, without signing in
    move_by_link(stranger, link_address(Appointment.objects.get()))
    cancel_with_proof(stranger)

    claimant.open(f"/termine/{Appointment.objects.get().pk}/")
    assert claimant.heading == "Der Termin ist abgesagt"
    assert "„Mein Kind ist krank.“" in claimant.text
    assert Appointment.objects.get().proofs.get().original_name == "Attest.pdf"


def book_in_person(claimant):
    """The next free time, with an interpreter; returns its value."""
    claimant.open("/termine/")
    claimant.press("Termin buchen")
    claimant.press("Fragen zu Leistungen")
    assert claimant.heading == "Wann passt es Ihnen?"
    first = times_on(claimant)[0]
    claimant.press(A_DAY)
    assert claimant.heading == "Passt das so?"
    claimant.fill(topic=TOPIC)
    claimant.page.get_by_text("Brauchen Sie etwas?").click()
    claimant.page.get_by_label("Jemand soll übersetzen").check()
    claimant.page.get_by_label("In welcher Sprache?").select_option("Arabisch")
    claimant.press("Termin jetzt buchen")
    assert "Ihr Termin ist gebucht. Vorgangsnummer:" in claimant.text
    wanted = ("Raum 12", "Frau Ahrens", "Den letzten Bescheid", TOPIC)
    assert [word for word in wanted if word not in claimant.text] == []
    return first


def invite_interpreter(claimant):
    """Returns the link to share."""
    claimant.press("Begleitung einladen")
    claimant.fill(name=COMPANION)
    claimant.page.get_by_label("Dolmetscherin oder Dolmetscher").check()
    claimant.press("Link erstellen")
    return claimant.page.get_by_label(f"Link für {COMPANION}").input_value()


def says_to_come(interpreter, link, *, at):
    interpreter.open(link)
    assert in_words(at) in interpreter.text
    assert TOPIC not in interpreter.text
    interpreter.press("Ich komme")
    assert "Sie kommen" in interpreter.text


def move_by_link(stranger, address):
    stranger.open(address)
    assert TOPIC not in stranger.text
    stranger.press("Verschieben")
    other = times_on(stranger)[-1]
    stranger.leave_by(stranger.page.locator(f'#zeiten li [value="{other}"]').click)
    assert "Ihr Termin ist verschoben. Vorgangsnummer:" in stranger.text
    assert in_words(other) in stranger.text


def cancel_with_proof(stranger):
    stranger.press("Absagen")
    stranger.fill(reason="Mein Kind ist krank.")
    stranger.page.get_by_text("Nachweis anhängen").click()
    proof = papers.file("Attest.pdf", papers.pdf(pages=1), "application/pdf")
    stranger.page.get_by_label(re.compile("Dateien auswählen$")).set_input_files([proof])
    stranger.press("Termin jetzt absagen")
    assert "Ihr Termin ist abgesagt." in stranger.text


def test_stranger_books_invites_moves_and_cancels_by_keyboard_without_scripts(visit, service):
    stranger = visit(scripts=False, secrets=("Jamal Nasser",))
    stranger.open("/termine/")
    go_by_keys(stranger, "Termin buchen")
    go_by_keys(stranger, "Fragen zu Leistungen")
    go_by_keys(stranger, "am Telefon")
    go_by_keys(stranger, A_DAY)
    assert stranger.heading == "Passt das so?"
    type_by_keys(stranger, "Ihr Name", "Jamal Nasser")
    type_by_keys(stranger, "Ihre Telefonnummer", "030 23125 88")
    go_by_keys(stranger, "Termin jetzt buchen")
    assert "Ihr Termin ist gebucht. Vorgangsnummer:" in stranger.text
    assert "Wir zeigen den Code nur jetzt" in stranger.text
    booked = Appointment.objects.get()
    assert (booked.channel, booked.phone, booked.person.name) == ("phone", "030 23125 88", "Jamal Nasser")
    stranger.open("/termine/")
    go_by_keys(stranger, re.compile("^Ort, Unterlagen, verschieben oder absagen"))
    says_to_come(visit(scripts=False), invite_by_keys(stranger), at=booked.period.lower.isoformat())

    elsewhere = visit(scripts=False, secrets=("Jamal Nasser",))
    elsewhere.open(link_address(booked))
    move_by_keys(elsewhere)
    cancel_by_keys(elsewhere)


def invite_by_keys(stranger):
    """Returns the link to share."""
    go_by_keys(stranger, "Begleitung einladen")
    type_by_keys(stranger, "Wer kommt mit?", COMPANION)
    go_by_keys(stranger, "Link erstellen")
    return stranger.page.get_by_label(f"Link für {COMPANION}").input_value()


def move_by_keys(stranger):
    go_by_keys(stranger, "Verschieben")
    focus(stranger, stranger.page.locator("#zeiten li [name=starts]").last)
    stranger.leave_by(lambda: stranger.page.keyboard.press("Enter"))
    assert "Ihr Termin ist verschoben. Vorgangsnummer:" in stranger.text


def cancel_by_keys(stranger):
    go_by_keys(stranger, "Absagen")
    type_by_keys(stranger, re.compile("^(Warum|Möchten Sie|Was ist)"), "Mein Kind ist krank.")
    go_by_keys(stranger, "Termin jetzt absagen")
    assert "Ihr Termin ist abgesagt." in stranger.text


def focus(visitor, target):
    """Press the tab key until the element has the focus, as somebody without a mouse does."""
    handle = target.first.element_handle()
    for _press in range(120):
        visitor.page.keyboard.press("Tab")
        if handle.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("cannot be reached by the tab key")


def go_by_keys(visitor, name):
    """Reach a button or link by the tab key and press Enter."""
    place = visitor.page.locator("main").first
    exact = isinstance(name, str)
    target = place.get_by_role("button", name=name, exact=exact).or_(place.get_by_role("link", name=name, exact=exact))
    focus(visitor, target)
    visitor.leave_by(lambda: visitor.page.keyboard.press("Enter"))


def type_by_keys(visitor, label, words):
    focus(visitor, visitor.page.get_by_label(label))
    visitor.page.keyboard.type(words)

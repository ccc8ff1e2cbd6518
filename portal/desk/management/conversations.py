"""Invented conversations, texts and notes for the demo, written through the same services as everybody's."""

import datetime
from typing import Final

from django.utils import timezone

from applications.models import Application
from mailbox.enums import ContactChannel, NoteKind, TextPurpose, Topic
from mailbox.models import Message, TextTemplate, TextVersion, Thread, TopicRoute
from mailbox.services import Contact, contact_draft, record_contact, save_draft, send_message, write_note
from portal.accounts.models import Jobcenter, StaffMembership, Team, User
from portal.cases.models import Actor, Case, Person
from portal.cases.selectors import actor_for_staff, actor_for_user

GENERAL_TEXTS: Final = (
    (
        "received",
        TextPurpose.MESSAGE,
        "Danke, ist angekommen",
        (
            "Guten Tag {name},\n\nvielen Dank. Ihre Nachricht ist da, und ich kümmere mich darum.\n\n"
            "Viele Grüße\n{bearbeitung}\n{jobcenter}, {team}\nTelefon {telefon}"
        ),
    ),
    (
        "call-me",
        TextPurpose.MESSAGE,
        "Bitte um Rückruf",
        (
            "Guten Tag {name},\n\nich habe eine Frage zu {vorgang}. Bitte rufen Sie mich an: {telefon}.\n"
            "Sie erreichen mich so: {sprechzeiten}.\n\nSie können auch hier schreiben.\n\nViele Grüße\n{bearbeitung}"
        ),
    ),
    (
        "answer-until",
        TextPurpose.MESSAGE,
        "Frage mit Datum",
        (
            "Guten Tag {name},\n\nbitte antworten Sie mir bis zum {frist}. Schaffen Sie das nicht? "
            "Dann sagen Sie mir kurz Bescheid.\n\nViele Grüße\n{bearbeitung}"
        ),
    ),
    (
        "decision-cover",
        TextPurpose.DECISION,
        "Begleittext zum Bescheid",
        (
            "Guten Tag {name},\n\nhier ist Ihr Bescheid. Fragen? Rufen Sie mich an: {telefon}.\n\n"
            "Viele Grüße\n{bearbeitung}"
        ),
    ),
)
WAITING_DAYS: Final = 5


def load_texts() -> None:
    """Store the general texts, published. Does nothing twice."""
    for key, purpose, title, body in GENERAL_TEXTS:
        template, created = TextTemplate.objects.get_or_create(
            jobcenter=None, key=key, defaults={"purpose": purpose, "title": title}
        )
        if created:
            TextVersion.objects.create(template=template, number=1, body=body, published_at=timezone.now())


def load_routes(jobcenter: Jobcenter) -> None:
    """Questions about work go to the second team of the house."""
    team = Team.objects.get(jobcenter=jobcenter, name="Team Süd")
    TopicRoute.objects.get_or_create(jobcenter=jobcenter, topic=Topic.WORK, defaults={"team": team})


def load_conversations(*, waiting: User, answered: User, called: User, staff: StaffMembership) -> None:
    """Three people with conversations: one waits, one has an answer, one has called. Does nothing twice."""
    office = actor_for_staff(staff.user, purpose="demo")
    if office is None or Message.objects.filter(kind="message", thread__person__user=waiting).exists():
        return
    rent = _say(
        waiting,
        Topic.HOUSING,
        "Guten Tag, meine Vermieterin erhöht die Miete ab Januar um 40 Euro. Was muss ich Ihnen schicken?",
    )
    Thread.objects.filter(pk=rent.pk).update(waiting_since=timezone.now() - datetime.timedelta(days=WAITING_DAYS))
    money = _say(answered, Topic.MONEY, "Wann kommt das Geld für Dezember? Ich kann sonst die Miete nicht zahlen.")
    _answer(office, money)
    write_note(
        actor=office,
        case=money.case,
        thread=money,
        kind=NoteKind.BENEFIT,
        body="Auszahlung läuft am 30. wie geplant. Bei Rückfragen der Vermieterin: keine Auskunft ohne Einwilligung.",
    )
    _called(office, called)
    _say(called, Topic.WORK, "Ich habe ab dem 1. einen Minijob. Wie sage ich Ihnen, was ich verdiene?")


def _of(user: User) -> tuple[Case, Person]:
    sent = Application.objects.filter(person__user=user).select_related("case", "person").earliest("received_at")
    return sent.case, sent.person


def _say(user: User, topic: Topic, body: str) -> Thread:
    case, person = _of(user)
    actor = actor_for_user(user, purpose="demo")
    draft = save_draft(actor=actor, case=case, person=person, topic=topic, body=body)
    return send_message(actor=actor, draft=draft).thread


def _answer(office: Actor, thread: Thread) -> Message:
    body = "Guten Tag,\n\ndas Geld für Dezember wird am 30. November überwiesen.\n\nViele Grüße\nFrau Ahrens"
    draft = save_draft(
        actor=office, case=thread.case, person=thread.person, thread=thread, topic=thread.topic, body=body
    )
    return send_message(actor=office, draft=draft)


def _called(office: Actor, user: User) -> None:
    case, person = _of(user)
    contact = Contact(
        channel=ContactChannel.PHONE,
        is_from_person=True,
        happened_at=timezone.now() - datetime.timedelta(hours=3),
        topic=Topic.APPLICATION,
        body="Hat nach dem Stand gefragt. Antrag ist in Prüfung, es fehlt nichts.",
    )
    record_contact(actor=office, draft=contact_draft(actor=office, case=case, person=person), contact=contact)
    write_note(
        actor=office,
        case=case,
        kind=NoteKind.PLACEMENT,
        body="Sucht Arbeit im Verkauf, am liebsten vormittags. Bei der Vermittlung ansprechen.",
    )

"""Invented entries of a postbox."""

import factory

from mailbox.domain.posting import post_receipt
from mailbox.enums import MessageKind, Topic
from mailbox.models import Message, Thread
from mailbox.services import attach, save_draft, send_message
from portal.cases.enums import Role
from portal.cases.models import Person
from tests.factories.cases import PersonFactory, claimant_actor
from tests.factories.submissions import SubmissionFactory


class ThreadFactory(factory.django.DjangoModelFactory):
    """A thread about nothing that was handed in, without messages."""

    class Meta:
        model = Thread

    person = factory.SubFactory(PersonFactory)
    case = factory.SelfAttribute("person.case")
    subject = "Mitteilung"


class MessageFactory(factory.django.DjangoModelFactory):
    """An unread message of the jobcenter; trait ``from_claimant`` for one from her."""

    class Meta:
        model = Message

    thread = factory.SubFactory(ThreadFactory)
    kind = MessageKind.NOTICE
    sender_role = Role.CASEWORKER
    body = "Bitte rufen Sie uns an."
    key = factory.Sequence(lambda n: f"test:{n}")

    class Params:
        from_claimant = factory.Trait(kind=MessageKind.MESSAGE, sender_role=Role.CLAIMANT)


class ReceiptMessageFactory(factory.Factory):
    """The receipt of a submission in the postbox, posted like any other."""

    class Meta:
        model = Message

    submission = factory.SubFactory(SubmissionFactory)

    @classmethod
    def _create(cls, _model, *, submission):
        return post_receipt(submission)


def begin_message(case, **words):
    """A message that the applicant of the case has begun; ``words`` as `save_draft` takes them, or the ``actor``."""
    actor = words.pop("actor", None) or claimant_actor(case)
    person = words.pop("person", None) or Person.objects.get(case=case, is_applicant=True)
    begun = {"topic": Topic.HOUSING, "body": "Die Miete steigt im Januar."} | words
    return save_draft(actor=actor, case=case, person=person, **begun)


def send_as_claimant(case, *, files=(), **words):
    """The same, sent, with these files."""
    actor, draft = claimant_actor(case), begin_message(case, **words)
    for document in files:
        attach(actor=actor, draft=draft, document=document)
    return send_message(actor=actor, draft=draft)

"""Invented entries of a postbox."""

import factory

from mailbox.domain.posting import post_receipt
from mailbox.enums import MessageKind
from mailbox.models import Message, Thread
from portal.cases.enums import Role
from tests.factories.cases import PersonFactory
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

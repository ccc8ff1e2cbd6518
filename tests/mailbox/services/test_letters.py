import pytest
from django.db import IntegrityError

from mailbox.enums import ByPost
from mailbox.models import Message
from mailbox.services import OfficeLetter, send_letter, way_of_letter
from portal.cases.errors import NotPermitted
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory, staff_actor
from tests.factories.decisions import house
from tests.factories.documents import make_pdf
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def sent(there, *, actor=None, **facts):
    return send_letter(
        actor=actor or staff_actor(there.author),
        case=there.case,
        person=there.person,
        letter=OfficeLetter(pdf=make_pdf(), name="Brief.pdf", subject="Ein Brief", body="Bitte lesen Sie den Brief."),
        key="letter:1",
        **facts,
    )


def announced():
    return OutboxMessage.objects.filter(fact="message.posted").count()


def test_letter_in_the_portal_is_told_by_who_sends_it():
    letter = sent(house())

    assert (letter.by_post, announced()) == ("", 0)
    assert letter.message.attachments.get().document == letter.document
    assert letter.document.is_from_office


def test_letter_by_post_is_announced_like_a_message_but_not_to_the_discreet():
    assert sent(house(agrees=False)).by_post == ByPost.NO_CONSENT
    assert announced() > 0
    OutboxMessage.objects.all().delete()

    Message.objects.update(key="letter:0")
    assert sent(house(), by_post=ByPost.DISCREET).by_post == ByPost.DISCREET
    assert announced() == 0


def test_who_represents_is_written_to():
    there = house()
    represents = RepresentationFactory(person=there.person)

    assert sent(there).message.addressed_to == [represents.pk]
    assert way_of_letter(there.person) == ByPost.NO_CONSENT


def test_same_letter_is_posted_once():
    there = house()
    sent(there)

    with pytest.raises(IntegrityError):
        sent(there)


def test_only_staff_of_the_house_send_to_persons_of_the_case():
    there = house()
    with pytest.raises(NotPermitted):
        sent(there, actor=staff_actor(StaffMembershipFactory()))
    with pytest.raises(NotPermitted):
        send_letter(
            actor=staff_actor(there.author),
            case=there.case,
            person=PersonFactory(),
            letter=OfficeLetter(pdf=make_pdf(), name="Brief.pdf", subject="Ein Brief", body=""),
            key="letter:2",
        )

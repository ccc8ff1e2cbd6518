import uuid

import pytest

from mailbox.domain.delivery import Recipient, Way, recipients_of, way_for
from mailbox.enums import ByPost, Delivery
from portal.notices.enums import ConsentKind
from tests.factories.accounts import OrganisationFactory, UserFactory
from tests.factories.cases import PersonFactory
from tests.factories.consents import NoticeSettingsFactory, agreeing
from tests.factories.representations import RepresentationFactory

A, B = uuid.UUID(int=1), uuid.UUID(int=2)
PORTAL = Way(Delivery.PORTAL)


def post(reason):
    return Way(Delivery.POST, reason)


@pytest.mark.parametrize(
    ("recipients", "way"),
    [
        ([Recipient(A)], PORTAL),
        ([Recipient(A), Recipient(B)], PORTAL),
        ([Recipient(A, ByPost.NO_CONSENT)], post(ByPost.NO_CONSENT)),
        ([Recipient(A, ByPost.DISCREET)], post(ByPost.DISCREET)),
        ([Recipient(A, ByPost.BOUNCED)], post(ByPost.BOUNCED)),
        ([Recipient(None)], post(ByPost.NO_ACCOUNT)),
        ([Recipient(A), Recipient(B, ByPost.NO_CONSENT)], post(ByPost.SEVERAL)),
        ([Recipient(A), Recipient(None)], post(ByPost.SEVERAL)),
        ([], post(ByPost.NO_ACCOUNT)),
    ],
)
def test_way_follows_from_all_addressees(recipients, way):
    assert way_for(recipients) == way


def test_office_may_choose_the_post_for_everybody():
    assert way_for([Recipient(A)], is_by_post=True) == post(ByPost.OFFICE)


@pytest.mark.django_db
def test_person_is_the_addressee_when_nobody_represents():
    person = PersonFactory(user=agreeing(UserFactory(), ConsentKind.ELECTRONIC_DECISIONS))

    assert recipients_of(person, []) == [Recipient(person.user_id)]


@pytest.mark.django_db
def test_consent_of_the_representative_counts_and_not_that_of_the_person():
    person = PersonFactory(user=agreeing(UserFactory(), ConsentKind.ELECTRONIC_DECISIONS))
    guardian = RepresentationFactory(person=person)

    assert recipients_of(person, [guardian]) == [Recipient(guardian.user_id, ByPost.NO_CONSENT)]
    agreeing(guardian.user, ConsentKind.ELECTRONIC_DECISIONS)
    assert recipients_of(person, [guardian]) == [Recipient(guardian.user_id)]


@pytest.mark.django_db
def test_organisation_has_no_account_to_be_reached_at():
    held = RepresentationFactory(user=None, organisation=OrganisationFactory())

    assert recipients_of(held.person, [held]) == [Recipient(None, ByPost.NO_ACCOUNT)]


@pytest.mark.django_db
def test_one_account_by_two_rights_is_one_addressee():
    first = RepresentationFactory()
    second = RepresentationFactory(person=first.person, user=first.user, authorised=True)
    NoticeSettingsFactory(user=agreeing(first.user, ConsentKind.ELECTRONIC_DECISIONS), is_discreet=True)

    assert recipients_of(first.person, [first, second]) == [Recipient(first.user_id, ByPost.DISCREET)]

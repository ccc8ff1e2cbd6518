import io

import pytest
from django.utils import timezone

from mailbox.selectors import drafts_left_behind, drafts_of, new_from_phone, place_of
from mailbox.selectors.draft import apart_from_messages, attached_to, author_key, files_of_drafts
from mailbox.services import attach
from portal.cases.enums import Scope
from portal.cases.models import system_actor
from portal.cases.selectors import actor_for_guest
from portal.documents.models import Document
from portal.documents.services import join_documents, open_hand_over, receive_from_phone, replace_document
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.documents import DocumentFactory, make_image, make_pdf
from tests.factories.mailbox import begin_message

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return PersonFactory().case


@pytest.fixture
def draft(case):
    return begin_message(case)


def with_file(draft, **fields):
    document = DocumentFactory(case=draft.case, **fields)
    attach(actor=claimant_actor(draft.case), draft=draft, document=document)
    return document


def from_phone(draft):
    hand_over = open_hand_over(
        actor=claimant_actor(draft.case), case=draft.case, person=None, title="-", place=place_of(draft), back="/"
    )
    return receive_from_phone(hand_over=hand_over, upload=io.BytesIO(make_pdf()), name="Foto.pdf")


def test_key_says_as_what_somebody_writes(case):
    standing = StandingFactory(helper=True, person__case=case, person__is_applicant=False)
    membership = StaffMembershipFactory(jobcenter=case.jobcenter)
    claimant = claimant_actor(case)
    guest = StandingFactory(guest=True)

    assert author_key(claimant) == f"user:{claimant.user_id}"
    assert author_key(helper_actor(standing)) == f"acting:{standing.user_id}"
    assert author_key(staff_actor(membership)) == f"staff:{membership.pk}"
    assert author_key(actor_for_guest(guest.pk, purpose="test")) == "guest"
    assert author_key(system_actor("mailbox")) == "system:mailbox"


def test_guests_of_other_cases_see_nothing(draft):
    other = StandingFactory(guest=True)

    assert list(drafts_of(actor_for_guest(other.pk, purpose="test"))) == []


def test_left_behind_is_what_nobody_may_send_any_more(case):
    standing = StandingFactory(helper=True, person=PersonFactory(member=True, case=case), scopes=[Scope.SEND])
    draft = begin_message(case, actor=helper_actor(standing))
    assert list(drafts_left_behind(standing.user)) == []

    standing.revoked_at = timezone.now()
    standing.save()

    assert list(drafts_left_behind(standing.user)) == [draft]


def test_replaced_file_stands_where_the_first_was(draft):
    first = with_file(draft)
    new = replace_document(
        actor=claimant_actor(draft.case), document=first, upload=io.BytesIO(make_pdf(2)), name="besser.pdf"
    )

    assert list(attached_to(draft)) == [new]


def test_joined_files_are_one(draft):
    pictures = [with_file(draft, content=make_image(), name=f"{number}.jpg") for number in range(2)]
    whole = join_documents(actor=claimant_actor(draft.case), documents=pictures, name="Brief.pdf")

    assert list(attached_to(draft)) == [whole]
    assert {whole.pk, *(each.pk for each in pictures)} <= files_of_drafts([draft.case_id])


def test_photo_is_new_until_it_is_attached(draft):
    photo = from_phone(draft)
    assert list(new_from_phone(draft)) == [photo]

    attach(actor=claimant_actor(draft.case), draft=draft, document=photo)

    assert list(new_from_phone(draft)) == []


def test_files_of_messages_are_left_out_of_everything_else(draft):
    other = DocumentFactory(case=draft.case)
    pictures = [with_file(draft, content=make_image(), name=f"{number}.jpg") for number in range(2)]
    join_documents(actor=claimant_actor(draft.case), documents=pictures, name="Brief.pdf")
    with_file(draft)
    from_phone(draft)

    assert list(apart_from_messages(Document.objects.waiting().whole())) == [other]
    assert other.pk not in files_of_drafts([draft.case_id])

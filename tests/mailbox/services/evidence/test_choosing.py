import pytest

from mailbox.enums import ItemStatus
from mailbox.errors import PaperNotThere, RequestNotOpen
from mailbox.services.evidence import choose_papers, hand_over_to_phone, judge_item, make_one, pictures_of
from portal.cases.errors import NotPermitted
from portal.documents.models import Document
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.documents import DocumentFactory, make_image
from tests.factories.evidence import LEASE, asked

pytestmark = pytest.mark.django_db


def test_uploads_wait_with_their_item_until_they_are_sent():
    found = asked(LEASE)
    document = found.document()

    choose_papers(actor=found.claimant, item=found.items[0], documents=[document])
    assert list(found.items[0].uploads.all()) == [document]

    found.answer(1, document_ids=[document.pk])
    assert not found.items[0].uploads.exists()


def test_paper_of_another_case_or_that_was_sent_is_not_chosen():
    found = asked(LEASE)
    sent = found.document()
    found.answer(1, document_ids=[sent.pk])
    sent.refresh_from_db()

    for document in (DocumentFactory(), sent):
        with pytest.raises(PaperNotThere):
            choose_papers(actor=found.claimant, item=found.items[0], documents=[document])


def test_who_may_only_read_chooses_nothing():
    found = asked(LEASE)
    reader = helper_actor(StandingFactory(helper=True, person=found.person, scopes=["read_postbox"]))

    with pytest.raises(NotPermitted):
        choose_papers(actor=reader, item=found.items[0], documents=[found.document()])
    with pytest.raises(NotPermitted):
        hand_over_to_phone(actor=reader, item=found.items[0], back="/")


def test_nothing_is_chosen_for_what_is_settled():
    found = asked(LEASE)
    found.answer(1)
    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.ACCEPTED)

    with pytest.raises(RequestNotOpen):
        choose_papers(actor=found.claimant, item=found.items[0], documents=[found.document()])


def test_photos_become_one_paper_named_after_what_was_asked_for():
    found = asked(LEASE)
    photos = [found.document(name=f"{number}.jpg", content=make_image()) for number in range(2)]
    assert pictures_of([*photos, found.document()]) == photos

    make_one(actor=found.claimant, item=found.items[0], documents=photos)

    assert Document.objects.get(is_joined=True).original_name == "Mietvertrag.pdf"


def test_one_photo_stays_as_it_is():
    found = asked(LEASE)

    make_one(actor=found.claimant, item=found.items[0], documents=[found.document()])

    assert not Document.objects.filter(is_joined=True).exists()

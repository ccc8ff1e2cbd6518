import io

import pytest
from django.db import transaction
from msgspec import structs
from PIL import Image

from portal.audit.models import AuditEvent
from portal.documents.domain import reading
from portal.documents.errors import NotAllowed
from portal.documents.models import DocumentPage
from portal.documents.services import mark_handed_in, open_document, open_original, open_page, turn_page
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory
from tests.factories.papers import make_text_pdf

pytestmark = pytest.mark.django_db


def page_of(**fields):
    document = DocumentFactory(content=make_text_pdf(), **fields)
    mark_handed_in(documents=[document], at=document.created_at)
    return DocumentPage.objects.select_related("document__case", "document__normalised", "image").get()


def staff_of(page, **fields):
    return staff_actor(StaffMembershipFactory(jobcenter=page.document.case.jobcenter, **fields))


def for_purpose(page):
    return structs.replace(staff_of(page, opens_restricted=True), purpose="special_need")


def looks():
    return [
        (event.event, event.purpose) for event in AuditEvent.objects.filter(event__startswith="seen.").order_by("id")
    ]


def test_page_is_shown_before_its_picture_is_kept():
    page = page_of()
    actor = staff_of(page)

    content = open_page(actor=actor, page=page, is_noted=False)

    picture = Image.open(io.BytesIO(b"".join(content.pieces)))
    assert (content.media_type, picture.format, looks()) == ("image/webp", "WEBP", [("seen.documents", actor.purpose)])


def test_kept_picture_is_handed_out_without_a_second_event():
    page = page_of()
    with transaction.atomic():
        reading.read_pages(page.document_id)
    page.refresh_from_db()

    content = open_page(actor=staff_of(page), page=page, is_noted=True)

    assert (len(b"".join(content.pieces)) == content.size == page.image.size, looks()) == (True, [])


def test_restricted_page_needs_function_and_purpose():
    page = page_of(is_restricted=True)
    for actor in (staff_of(page), staff_of(page, opens_restricted=True)):
        with pytest.raises(NotAllowed):
            open_page(actor=actor, page=page, is_noted=False)

    open_page(actor=for_purpose(page), page=page, is_noted=False)

    assert looks() == [("seen.restricted", "special_need")]


def test_restricted_file_needs_them_too_but_not_for_the_person():
    page = page_of(is_restricted=True)
    with pytest.raises(NotAllowed):
        open_document(actor=staff_of(page, opens_restricted=True), document=page.document)

    open_document(actor=claimant_actor(page.document.case), document=page.document)
    open_document(actor=for_purpose(page), document=page.document)

    assert [event for event, _purpose in looks()] == ["seen.documents", "seen.restricted"]


def test_original_is_handed_out_as_it_was_sent():
    page = page_of()

    content = open_original(actor=staff_of(page), document=page.document)

    assert (b"".join(content.pieces), looks()[0][0]) == (make_text_pdf(), "seen.documents")


def test_original_of_what_waits_is_opened_by_nobody():
    document = DocumentFactory(is_checked=False)
    actor = staff_actor(StaffMembershipFactory(jobcenter=document.case.jobcenter))

    with pytest.raises(NotAllowed):
        open_original(actor=actor, document=document)


def test_page_is_turned_by_quarters_and_stays_so():
    page = page_of()
    actor = staff_of(page)
    turns = []
    for _ in range(4):
        turn_page(actor=actor, page=page)
        turns.append(DocumentPage.objects.get().turn)

    assert turns == [90, 180, 270, 0]


def test_page_is_not_turned_by_others():
    page = page_of()

    for actor in (staff_actor(StaffMembershipFactory()), claimant_actor(page.document.case)):
        with pytest.raises(NotAllowed):
            turn_page(actor=actor, page=page)

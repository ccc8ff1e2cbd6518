import io
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.documents.domain.hand_over_code import indexes_of
from portal.documents.errors import HandOverClosed, NotAllowed
from portal.documents.models import HandOver
from portal.documents.selectors import came_by, hand_over_by_index, hand_over_of, handed_over
from portal.documents.services import close_hand_over, open_hand_over, receive_from_phone
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, helper_actor
from tests.factories.documents import make_image

pytestmark = pytest.mark.django_db


def opened(case=None, *, actor=None, place="entwurf:LEASE", **fields):
    case = case or CaseFactory()
    actor = actor or claimant_actor(case)
    return open_hand_over(
        actor=actor,
        case=case,
        person=None,
        title="Mietvertrag",
        place=place,
        back="/antrag/",
        evidence_code="LEASE",
        **fields,
    )


def by_code(code):
    return hand_over_by_index(indexes_of(code))


def photo(hand_over, name="IMG_1.jpg"):
    return receive_from_phone(hand_over=hand_over, upload=io.BytesIO(make_image()), name=name)


def test_photo_from_the_phone_belongs_to_the_item():
    hand_over = opened(is_restricted=True)

    document = photo(hand_over)

    assert (document.case, document.evidence_code, document.is_restricted, document.hand_over) == (
        hand_over.case,
        "LEASE",
        True,
        hand_over,
    )
    assert list(came_by(hand_over)) == [document]
    assert list(AuditEvent.objects.order_by("id").values_list("event", flat=True)) == [
        "hand_over.opened",
        "document.received",
    ]


def test_photo_comes_in_the_name_of_the_helper_who_asked():
    standing = StandingFactory(helper=True)
    hand_over = opened(standing.case, actor=helper_actor(standing))

    document = photo(hand_over)

    assert (document.uploaded_by_standing_id, document.uploaded_by_role) == (standing.pk, "helper")


def test_code_opens_its_own_item_for_half_an_hour_after_the_last_photo():
    hand_over = opened()
    with time_machine.travel(timezone.now() + timedelta(minutes=29), tick=False):
        photo(hand_over)
    with time_machine.travel(timezone.now() + timedelta(minutes=58), tick=False):
        assert by_code(hand_over.code) == hand_over
    with time_machine.travel(timezone.now() + timedelta(minutes=60), tick=False):
        assert by_code(hand_over.code) is None
        with pytest.raises(HandOverClosed):
            photo(HandOver.objects.get())


def test_code_is_over_when_the_person_is_done():
    hand_over = opened()

    close_hand_over(actor=claimant_actor(hand_over.case), hand_over_id=hand_over.pk)

    assert by_code(hand_over.code) is None


def test_new_code_for_the_same_place_ends_the_old_one():
    first = opened()

    second = opened(first.case)

    assert (by_code(first.code), by_code(second.code)) == (None, second)


def test_page_of_others_is_not_there():
    hand_over, stranger = opened(), claimant_actor(CaseFactory())

    assert hand_over_of(stranger, hand_over.pk) is None
    with pytest.raises(NotAllowed):
        close_hand_over(actor=stranger, hand_over_id=hand_over.pk)


def test_who_may_not_upload_opens_none():
    with pytest.raises(NotAllowed):
        opened(CaseFactory(), actor=claimant_actor(CaseFactory()))


def test_documents_are_found_by_the_place_that_asked():
    here = opened(place="entwurf:LEASE")
    document = photo(here)
    photo(opened(here.case, place="anderer:LEASE"))

    found = handed_over(claimant_actor(here.case), case_id=here.case_id, place="entwurf:")

    assert [(each, each.hand_over.place) for each in found] == [(document, "entwurf:LEASE")]

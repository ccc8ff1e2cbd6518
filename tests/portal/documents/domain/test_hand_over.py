from datetime import timedelta

import pytest
from django.utils import timezone

from portal.documents.domain.hand_over import forget_hand_overs
from portal.documents.models import Document, HandOver
from tests.portal.documents.services.test_hand_over import opened, photo

pytestmark = pytest.mark.django_db


def test_old_code_is_forgotten_and_its_documents_stay():
    document = photo(opened())
    opened()
    HandOver.objects.filter(pk=document.hand_over_id).update(expires_at=timezone.now() - timedelta(days=1, seconds=1))

    assert forget_hand_overs() == 1

    assert (HandOver.objects.count(), Document.objects.get().hand_over) == (1, None)

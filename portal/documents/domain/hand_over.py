"""How long a code for the phone is kept."""

import datetime
from typing import Final

from django.utils import timezone

from portal.documents.models import HandOver

KEPT: Final = datetime.timedelta(days=1)  # after its end: the page on the computer may still be open


def forget_hand_overs() -> int:
    """Delete what ended more than a day ago; the documents stay. Returns how many."""
    deleted, _per_model = HandOver.objects.filter(expires_at__lt=timezone.now() - KEPT).delete()
    return deleted

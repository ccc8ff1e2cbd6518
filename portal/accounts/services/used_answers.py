"""An answer of an identity provider counts once (SAML 2.0 Profiles, 4.1.4.5)."""

import hashlib
from datetime import datetime

from django.core.cache import cache
from django.utils import timezone

from portal.accounts.errors import AnswerRefused

CLOCK_DIFFERENCE = 300  # seconds that python3-saml lets an answer live longer


def use_up(*, assertion_id: str, valid_until: datetime) -> None:
    """Remember the answer for as long as it could be shown again. Raises AnswerRefused the second time.

    The memory is shared by all web processes; without it nobody gets in: what the cache raises is not caught here.
    """
    seconds = (valid_until - timezone.now()).total_seconds() + CLOCK_DIFFERENCE
    key = f"identity-answer-{hashlib.sha256(assertion_id.encode()).hexdigest()}"
    if not cache.add(key, True, timeout=max(1, int(seconds) + 1)):
        raise AnswerRefused("replayed")

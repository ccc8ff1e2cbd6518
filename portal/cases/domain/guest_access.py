"""How long a guest's code opens a case."""

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from portal.cases.models import Case, Standing

# A house rule, no deadline of the law: as long as benefits are granted as a rule (§ 41 Abs. 3 S. 1 SGB II).
AFTER_SENDING: Final = timedelta(days=365)


def prolong_after_sending(case: Case) -> datetime:
    """Something was sent: codes open the case for a year from now on. Returns until when."""
    now = timezone.now()
    until = now + AFTER_SENDING
    Standing.objects.guests().valid_at(now).filter(case=case).update(valid_to=until)
    return until

import time

from django.db.models import F

from tests.faults.chaos.models import Job


def count_effect(subject_id):
    """The effect first, then time enough to be killed before the commit."""
    Job.objects.filter(pk=subject_id).update(effects=F("effects") + 1)
    time.sleep(0.02)

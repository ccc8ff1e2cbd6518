"""``python -m tests.faults.chaos.produce 300``: create jobs, each with its outbox message in one transaction."""

import sys
import time

import django

if __name__ == "__main__":
    django.setup()

    from django.db import transaction

    from portal.outbox.services import publish
    from tests.faults.chaos.models import Job

    for _ in range(int(sys.argv[1])):
        with transaction.atomic():
            job = Job.objects.create()
            publish("job.created", job.pk)
        time.sleep(0.02)

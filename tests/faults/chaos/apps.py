from datetime import timedelta

from django.apps import AppConfig


class ChaosConfig(AppConfig):
    name = "tests.faults.chaos"
    label = "chaos"

    def ready(self):
        from portal.outbox.domain import delivery
        from portal.outbox.models import subscribe
        from tests.faults.chaos.tasks import count_effect

        delivery.GRACE = timedelta(seconds=2)  # so that a test need not wait one and a half minutes
        subscribe("job.created", count_effect, time_limit=2)

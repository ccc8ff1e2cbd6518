"""Words that an application is taken back, while they wait for somebody else's."""

from django.db.models import Exists, OuterRef, Q

from applications.enums import ENDED, WaitsFor
from applications.models import Application, Withdrawal


def waiting_withdrawal(application: Application) -> Withdrawal | None:
    """Return the newest word that it is taken back, while that waits for somebody and the work goes on. One SQL."""
    if application.status in ENDED:
        return None
    said = application.withdrawals.exclude(waits_for=WaitsFor.NOBODY)
    return said.select_related("submission").order_by("-at", "-id").first()


def has_waiting_withdrawal() -> Q:
    """The same for a query of applications: whether staff have to ask for another word."""
    waiting = Withdrawal.objects.filter(application=OuterRef("pk")).exclude(waits_for=WaitsFor.NOBODY)
    return ~Q(status__in=ENDED) & Q(Exists(waiting))

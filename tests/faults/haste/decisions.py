"""A decision of the office on its way to somebody who has agreed to it, and how far it is."""

from mailbox.models import Decision
from tests.factories.decisions import house, released


def release_decision():
    """Two people release it; the notice is the worker's."""
    released(house())


def decision():
    """How it is delivered, why by post, and from when the clock counts."""
    found = Decision.objects.get()
    return [found.delivery, found.by_post, found.notified_at.timestamp() if found.notified_at else None]

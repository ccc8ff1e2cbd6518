"""News and decisions for one person, and how far their notices are."""

from django.db import transaction
from django.utils import timezone

from portal.cases.models import Person
from portal.notices.domain.waiting import TRY_AGAIN_AFTER, release_due
from portal.notices.enums import ConsentKind
from portal.notices.models import Dispatch
from portal.notices.services import send_decision_notice, send_notice
from portal.outbox.services import publish
from tests.factories.accounts import UserFactory
from tests.factories.cases import PersonFactory
from tests.factories.consents import agreeing


def tell(what):
    """News or a decision for somebody who has agreed to both."""
    user = agreeing(UserFactory(), ConsentKind.EMAIL, ConsentKind.ELECTRONIC_DECISIONS)
    person = PersonFactory(user=user)
    if what == "news":
        send_notice(person_id=person.pk, template="new_message", subject_id=person.pk)
    else:
        with transaction.atomic():
            publish("haste.decision", person.pk)


def release_notices():
    """As beat does, after the time that a mail server is given."""
    return release_due(now=timezone.now() + TRY_AGAIN_AFTER)


def dispatches():
    """Of each: how it stands, the server's answer and the time."""
    rows = Dispatch.objects.order_by("created_at").values_list("status", "error", "reply", "sent_at")
    return [[status, error, reply, sent_at.timestamp() if sent_at else None] for status, error, reply, sent_at in rows]


def ask_again():
    """When the decision was told, by who asks once more."""
    person = Person.objects.get(pk=Dispatch.objects.get(template="new_decision").subject_id)
    return send_decision_notice(
        user_id=person.user_id, case_id=person.case_id, subject_id=person.pk
    ).sent_at.timestamp()

"""Close an account for good."""

from django.db import transaction
from django.utils import timezone

from applications.services.discard import discard_drafts
from appointments.services import discard_appointments
from mailbox.services import discard_threads
from portal.accounts.models import User
from portal.accounts.selectors import staff_membership
from portal.accounts.services import close_user
from portal.cases.enums import Scope
from portal.cases.models import Case
from portal.cases.selectors import actor_for_user, cases_left_alone
from portal.cases.services import end_rights, forget_case
from portal.documents.services import discard_unsent_documents
from portal.leaving.domain.data_copy import delete_copy
from portal.leaving.errors import WorksHere
from portal.leaving.models import Farewell
from portal.leaving.selectors import copy_of
from portal.outbox.services import publish


@transaction.atomic
def close_account(*, user: User) -> None:
    """Delete what was never sent, end all rights that rest on the account, and the account itself; all or nothing.

    What was sent stays with the jobcenter: cases, persons, submissions, messages. Somebody who sends at the same moment
    is faster or too late: drafts are locked before cases, as sending does. The last e-mail leaves through the outbox.
    Raises WorksHere.
    """
    if staff_membership(user) is not None or user.is_superuser:
        raise WorksHere
    actor = actor_for_user(user, purpose="closing")
    alone = cases_left_alone(actor)
    discard_drafts(actor=actor, case_ids=alone)
    discard_unsent_documents(actor=actor, case_ids=alone & actor.case_ids_with(Scope.UPLOAD))
    for case in Case.objects.filter(pk__in=alone).order_by("pk"):
        discard_threads(actor=actor, case=case)
        discard_appointments(actor=actor, case=case)
        forget_case(actor=actor, case=case)
    end_rights(actor=actor, at=timezone.now())
    copy = copy_of(user.pk)
    if copy is not None:
        delete_copy(copy)
    farewell = Farewell.objects.create(address=user.email) if user.email else None
    close_user(user=user)
    if farewell is not None:
        publish("account.closed", farewell.pk)

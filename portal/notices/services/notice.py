"""Tell a person that something is in the portal."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.services import record
from portal.cases.models import Person, system_actor
from portal.notices.domain.email import compose, deliver
from portal.notices.enums import FOR_GUESTS, AccountTemplate, Channel, DispatchStatus, Template
from portal.notices.events import NOTICE_REFUSED, NOTICE_SENT
from portal.notices.models import Dispatch


@transaction.atomic
def send_notice(
    *, person_id: UUID, template: str, subject_id: UUID, subject_type: str = "", former_address: str = ""
) -> Dispatch | None:
    """Send the person's account one e-mail without contents; returns its record, None without anywhere to send it.

    Without an account it goes to the address the person has written into a form, if the template has words for that:
    nobody has confirmed it, so the e-mail is for whoever reads it.

    The same news is sent once, however often this is called: the record is unique per template, subject and account.
    A refusal for good is recorded as failed and not tried again (then the post carries the news). Anything else that
    goes wrong raises NoticeNotSent and leaves no record, so that the outbox tries again. If the machine dies between
    sending and storing, the second copy has the same Message-ID. ``former_address``: the e-mail goes there and not to
    the address of today, and the record does not keep it. Raises ValueError for an unknown template and
    Person.DoesNotExist.
    """
    person = Person.objects.select_related("user").get(pk=person_id)
    chosen, user = Template(template), person.user
    if user is None:
        wanted, address = FOR_GUESTS.get(chosen), person.contact_email or ""
    else:
        wanted, address = chosen, ((former_address or user.email or "") if user.is_active else "")
    if wanted is None or not address:
        return None
    key = f"{Channel.EMAIL}:{wanted}:{subject_id}:{user.pk if user else person.pk}"
    key += ":former" if former_address else ""
    about = {"case_id": person.case_id, "subject_type": subject_type, "subject_id": subject_id}
    return _send_once(key, address, user=user, template=wanted, **about)


@transaction.atomic
def send_notice_to_representative(*, user_id: UUID, case_id: UUID, subject_id: UUID) -> Dispatch | None:
    """Tell somebody who represents a person that there is a message for them; returns the record.

    As `send_notice`: once for each subject, None for a blocked account, without contents and without a name.
    """
    user = User.objects.get(pk=user_id)
    template = Template.NEW_MESSAGE_FOR_ANOTHER
    if not user.is_active or not user.email:
        return None
    key = f"{Channel.EMAIL}:{template}:{subject_id}:{user.pk}"
    return _send_once(key, user.email, user=user, template=template, case_id=case_id, subject_id=subject_id)


def _send_once(key: str, address: str, **about: Any) -> Dispatch:
    dispatch, _created = Dispatch.objects.select_for_update().get_or_create(key=key, defaults=about)
    if dispatch.status == DispatchStatus.PENDING:
        _send(dispatch, address=address)
    return dispatch


def send_account_notice(*, address: str, template: AccountTemplate, key: str) -> bool:
    """Send one e-mail about an account, without contents; returns whether the mail server took it.

    ``key`` makes the Message-ID: a second copy after a crash is shown as one. False is a refusal for good.
    Raises NoticeNotSent for what may pass.
    """
    return not deliver(compose(template=template, address=address, key=key))


@transaction.atomic
def send_helper_notice(*, user_id: UUID, case_id: UUID, subject_id: UUID, occasion: str) -> Dispatch | None:
    """Tell somebody who helps that there is news; returns the record, None for an account that cannot be reached.

    Once for each ``occasion`` of the subject, a standing. Goes wrong as `send_notice`.
    """
    user = User.objects.get(pk=user_id)
    if not (user.is_active and user.email):
        return None
    dispatch, _created = Dispatch.objects.select_for_update(of=("self",)).get_or_create(
        key=f"{Channel.EMAIL}:{Template.HELPING_NEWS}:{subject_id}:{user.pk}:{occasion}",
        defaults={"user": user, "case_id": case_id, "template": Template.HELPING_NEWS, "subject_id": subject_id},
    )
    if dispatch.status == DispatchStatus.PENDING:
        _send(dispatch, address=user.email)
    return dispatch


def _send(dispatch: Dispatch, *, address: str) -> None:
    refusal = deliver(compose(template=Template(dispatch.template), address=address, key=dispatch.key))
    if refusal:
        dispatch.status, dispatch.error = DispatchStatus.FAILED, refusal
    else:
        dispatch.status, dispatch.sent_at = DispatchStatus.SENT, timezone.now()
    dispatch.save(update_fields=["status", "error", "sent_at"])
    event = NOTICE_REFUSED if refusal else NOTICE_SENT
    record(system_actor("notices.email"), event, subject=dispatch, case_id=dispatch.case_id)

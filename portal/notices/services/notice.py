"""Tell a person that something is in the portal."""

from collections.abc import Callable, Collection
from datetime import datetime
from email.mime.text import MIMEText
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.cases.models import Person
from portal.notices.domain.channels import ChannelResult, Outcome
from portal.notices.domain.decision import send_decision
from portal.notices.domain.email import calendar_part, compose, deliver, dispatch_id
from portal.notices.domain.recipient import account, guest
from portal.notices.domain.waiting import announce, drop_about, note_result
from portal.notices.enums import ALONE, BUNDLED, FOR_GUESTS, AccountTemplate, Channel, DispatchStatus, Template
from portal.notices.models import Dispatch
from portal.notices.selectors import email_works, notice_settings_of


def _reached_through(person_id: UUID) -> Person:
    """The person; for a member of a household with neither account nor address the applicant, who may read it, too:
    as the parent of a child (§ 1629 BGB), else as who speaks for the household (§ 38 SGB II).

    Never for who wants own post. Raises Person.DoesNotExist.
    """
    person = Person.objects.select_related("user").get(pk=person_id)
    has_way = person.user_id is not None or person.contact_email
    if person.is_applicant or has_way or person.wants_own_post_since is not None:
        return person
    applicant = Person.objects.select_related("user").filter(case_id=person.case_id, is_applicant=True).first()
    return applicant or person


@transaction.atomic
def send_notice(*, person_id: UUID, template: str, subject_id: UUID) -> list[Dispatch]:
    """Note that the person is to be told of news, once on each way they have agreed to; returns the records.

    Without an account it goes to the address the person has written into a form, if the template has words for that:
    nobody has confirmed it, so the e-mail is for whoever reads it. Empty without anywhere to send it, without consent,
    and for who wants no notices.

    Sent by a worker: at once, or held back (`portal.notices.domain.pace`) and then together with what came after.
    The same news is told once, however often this is called. Raises ValueError for an unknown template and one that is
    not for news, and Person.DoesNotExist.
    """
    person = _reached_through(person_id)
    chosen = Template(template)
    if chosen not in BUNDLED:
        raise ValueError(chosen)
    about: dict[str, Any] = {"case_id": person.case_id, "subject_id": subject_id}
    if person.user is None:
        wanted = FOR_GUESTS.get(chosen, chosen)
        return announce(guest(person), template=wanted, occasion=f"{subject_id}:{person.pk}", **about)
    return announce(account(person.user), template=chosen, occasion=f"{subject_id}:{person.user.pk}", **about)


def reaches_person(*, person_id: UUID) -> bool:
    """Whether news would reach the person on any way today: for what is worth nothing when it is read too late."""
    person = _reached_through(person_id)
    recipient = guest(person) if person.user is None else account(person.user)
    return bool(recipient.channels(Template.NEW_MESSAGE))


@transaction.atomic
def send_reminder(
    *,
    person_id: UUID,
    template: Template,
    subject_id: UUID,
    occasion: str,
    not_after: datetime,
    representatives: Collection[UUID] = (),
    to_person: bool = True,
) -> list[Dispatch]:
    """Remind a person, and who represents them (accounts), that something comes; each by itself, not bundled.

    Only on ways they have agreed to, in no quiet hours, and not after ``not_after``. The same ``occasion`` of a subject
    is told once. Raises ValueError for a template that is no reminder.
    """
    if template not in ALONE:
        raise ValueError(template)
    person = _reached_through(person_id)
    about: dict[str, Any] = {"case_id": person.case_id, "subject_id": subject_id, "not_after": not_after}
    told: list[Dispatch] = []
    if to_person and person.user is not None:
        key = f"{subject_id}:{occasion}:{person.user.pk}"
        told += announce(account(person.user), template=template, occasion=key, **about)
    elif to_person:
        key = f"{subject_id}:{occasion}:{person.pk}"
        told += announce(guest(person), template=FOR_GUESTS.get(template, template), occasion=key, **about)
    for user in User.objects.filter(pk__in=representatives):
        key = f"{subject_id}:{occasion}:{user.pk}"
        told += announce(account(user), template=Template.APPOINTMENT_FOR_ANOTHER, occasion=key, **about)
    return told


def drop_reminders(*, subject_id: UUID) -> int:
    """Send no reminder that still waits about this subject; returns how many there were."""
    return drop_about(subject_id)


@transaction.atomic
def send_calendar_entry(
    *, person_id: UUID, subject_id: UUID, occasion: str, calendar: Callable[[str], bytes], method: str
) -> Dispatch | None:
    """Send a calendar file (RFC 5545, RFC 6047) to the confirmed address of a person who has asked for such e-mails.

    ``calendar`` makes the file for an address; ``method`` is its iTIP method (REQUEST, CANCEL). Returns the record;
    None without an address that works, and for who wants no notices. The same ``occasion`` is sent once. Raises
    NoticeNotSent for what may pass: the outbox tries again.
    """
    person = Person.objects.select_related("user").get(pk=person_id)
    user = person.user
    if user is None or not user.is_active or not email_works(user.pk) or notice_settings_of(user.pk).is_discreet:
        return None
    address = user.email or ""
    key = f"{Channel.EMAIL}:{Template.CALENDAR_ENTRY}:{subject_id}:{occasion}:{user.pk}"
    about = {"user": user, "template": Template.CALENDAR_ENTRY, "case_id": person.case_id, "subject_id": subject_id}
    return _send_once(key, address, attached=calendar_part(calendar(address), method), **about)


def send_notice_to_representative(*, user_id: UUID, case_id: UUID, subject_id: UUID) -> list[Dispatch]:
    """The same for somebody who represents a person, without a name."""
    return announce(
        account(User.objects.get(pk=user_id)),
        template=Template.NEW_MESSAGE_FOR_ANOTHER,
        occasion=f"{subject_id}:{user_id}",
        case_id=case_id,
        subject_id=subject_id,
    )


def send_helper_notice(*, user_id: UUID, case_id: UUID, subject_id: UUID, occasion: str) -> list[Dispatch]:
    """The same for somebody who helps, once for each ``occasion`` of the subject, a standing."""
    return announce(
        account(User.objects.get(pk=user_id)),
        template=Template.HELPING_NEWS,
        occasion=f"{subject_id}:{user_id}:{occasion}",
        case_id=case_id,
        subject_id=subject_id,
    )


def send_decision_notice(*, user_id: UUID, case_id: UUID, subject_id: UUID) -> Dispatch:
    """Tell the addressee that a decision can be fetched, at once and with proof; returns the record.

    Call it when the file can be retrieved. ``sent_at`` and ``reply`` prove the dispatch, and only they do: the clock
    counts from ``sent_at``. *Failed*: the decision goes by post, ``error`` names the obstacle or the server's refusal.
    *Pending*: the mail server is away; it is tried again by itself, and the fact ``decision_notice.settled`` (with
    ``subject_id``) says that asking here again tells how it ended. Asking again never sends twice; a second copy after
    a crash has the same Message-ID.
    """
    return send_decision(user_id=user_id, case_id=case_id, subject_id=subject_id)


@transaction.atomic
def send_security_notice(
    *, person_id: UUID, template: str, subject_id: UUID, former_address: str = ""
) -> Dispatch | None:
    """Send an e-mail about the access to the account itself, now; returns its record, None without an address.

    It warns of somebody else at the account, so it needs no consent and is never held back. ``former_address``: it goes
    there and not to the address of today, and the record does not keep it. A refusal for good is recorded and not tried
    again. Anything else that goes wrong raises NoticeNotSent and leaves no record, so that the outbox tries again.
    """
    person = Person.objects.select_related("user").get(pk=person_id)
    user, chosen = person.user, Template(template)
    if user is None or not user.is_active:
        return None
    address = former_address or user.email
    if not address:
        return None
    key = f"{Channel.EMAIL}:{chosen}:{subject_id}:{user.pk}" + (":former" if former_address else "")
    return _send_once(key, address, user=user, template=chosen, case_id=person.case_id, subject_id=subject_id)


def send_account_notice(*, address: str, template: AccountTemplate, key: str) -> bool:
    """Send one e-mail about an account, without contents; returns whether the mail server took it.

    ``key`` makes the Message-ID: a second copy after a crash is shown as one. False is a refusal for good.
    Raises NoticeNotSent for what may pass.
    """
    return not deliver(compose(template=template, address=address, key=key))


def _send_once(key: str, address: str, *, attached: MIMEText | None = None, **about: Any) -> Dispatch:
    fresh = {"id": dispatch_id(key), **about}
    dispatch, _created = Dispatch.objects.select_for_update(of=("self",)).get_or_create(key=key, defaults=fresh)
    if dispatch.status == DispatchStatus.PENDING:
        message = compose(template=Template(dispatch.template), address=address, key=key)
        if attached is not None:
            message.attach(attached)
        refusal = deliver(message)
        result = ChannelResult(Outcome.REFUSED if refusal else Outcome.SENT, refusal)
        note_result([dispatch], result, now=timezone.now())
    return dispatch

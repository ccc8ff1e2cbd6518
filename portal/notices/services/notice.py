"""Tell a person that something is in the portal."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.cases.models import Person
from portal.notices.domain.channels import ChannelResult, Outcome
from portal.notices.domain.decision import send_decision
from portal.notices.domain.email import compose, deliver, dispatch_id
from portal.notices.domain.recipient import account, guest
from portal.notices.domain.waiting import announce, note_result
from portal.notices.enums import BUNDLED, FOR_GUESTS, AccountTemplate, Channel, DispatchStatus, Template
from portal.notices.models import Dispatch


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
    person = Person.objects.select_related("user").get(pk=person_id)
    chosen = Template(template)
    if chosen not in BUNDLED:
        raise ValueError(chosen)
    about = {"case_id": person.case_id, "subject_id": subject_id}
    if person.user is None:
        wanted = FOR_GUESTS.get(chosen, chosen)
        return announce(guest(person), template=wanted, occasion=f"{subject_id}:{person.pk}", **about)
    return announce(account(person.user), template=chosen, occasion=f"{subject_id}:{person.user.pk}", **about)


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


def _send_once(key: str, address: str, **about: Any) -> Dispatch:
    fresh = {"id": dispatch_id(key), **about}
    dispatch, _created = Dispatch.objects.select_for_update(of=("self",)).get_or_create(key=key, defaults=fresh)
    if dispatch.status == DispatchStatus.PENDING:
        refusal = deliver(compose(template=Template(dispatch.template), address=address, key=key))
        result = ChannelResult(Outcome.REFUSED if refusal else Outcome.SENT, refusal)
        note_result([dispatch], result, now=timezone.now())
    return dispatch

"""A person asks for an appointment or a call; the office answers."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from appointments.domain.offers import advance_offer, release_times
from appointments.domain.wish_content import Wanted, wish_content, wish_data
from appointments.domain.wishes import OPEN_WISHES, advance_wish
from appointments.enums import OfferStatus, WishKind, WishStatus
from appointments.errors import NoWords, WishNotOpen
from appointments.events import CALLBACK_TRIED, WISH_ANSWERED, WISH_SENT, WISH_WITHDRAWN
from appointments.models import Wish
from appointments.permissions import may_arrange
from mailbox.domain.drafting import clean_text
from mailbox.domain.posting import post_notice
from portal.accounts.models import Jobcenter
from portal.audit.services import record
from portal.cases.enums import CaseStatus, Role
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person
from portal.cases.services import admit_case, locked, prolong_after_sending
from portal.outbox.services import publish
from portal.submissions.enums import ContactChannel, SubmissionKind
from portal.submissions.models import Entry, Section, Submission, SubmissionContent
from portal.submissions.services import receive_submission

LANGUAGE = "de"  # the official language (§ 19 SGB X): receipts and what the office says


@transaction.atomic
def send_wish(*, actor: Actor, case: Case, person: Person, wanted: Wanted, token: str | UUID) -> Wish:
    """Hand in a wish for an appointment or a call; the same ``token`` again returns the first one.

    A case in preparation is opened by it. Staff write down what somebody has asked for on the phone. Publishes
    ``appointment.wished``. Raises NotPermitted.
    """
    if not may_arrange(actor, case, person):
        raise NotPermitted(case.pk)
    known = Wish.objects.filter(submission__token=str(token), case=case).first()
    if known is not None:
        return known
    with override(LANGUAGE):
        title = _("Bitte um Rückruf") if wanted.kind is WishKind.CALLBACK else _("Terminwunsch")
        content = wish_content(wanted, person.name)
    submission = hand_in(
        actor=actor, case=case, person=person, title=title, content=content, data=wish_data(wanted), token=token
    )
    case = _admitted(actor, case, wanted, submission)
    wish = keep_wish(case=case, person=person, wanted=wanted, submission=submission)
    record(actor, WISH_SENT, subject=wish, case_id=case.pk)
    publish("appointment.wished", wish.pk)
    return wish


def keep_wish(*, case: Case, person: Person, wanted: Wanted, submission: Submission) -> Wish:
    """Store a wish that was handed in; the same submission is one wish."""
    wish, _created = Wish.objects.get_or_create(
        submission=submission,
        defaults={
            "kind": wanted.kind,
            "case": case,
            "person": person,
            "service": wanted.service,
            "team_id": _team_for(case, wanted),
            "channels": list(wanted.channels),
            "topic": wanted.topic,
            "times": dict(wanted.times),
            "needs": wanted.needs.as_json(),
            "phone": wanted.phone,
            "is_confidential": wanted.is_confidential,
            "created_at": submission.received_at,
        },
    )
    return wish


@transaction.atomic
def withdraw_wish(*, actor: Actor, wish: Wish, token: str | UUID) -> Submission:
    """Take a wish back; times that were offered for it are free again. Returns the proof, for the same token the same.

    Raises NotPermitted, WishNotOpen.
    """
    if not actor.is_citizen or not may_arrange(actor, wish.case, wish.person):
        raise NotPermitted(wish.case_id)
    known = Submission.objects.filter(token=str(token), case_id=wish.case_id).first()
    if known is not None:
        return known
    for offer in wish.offers.filter(status=OfferStatus.OPEN):
        advance_offer(offer, OfferStatus.WITHDRAWN, actor=actor, answered_at=timezone.now())
        release_times(offer, actor=actor)
    with override(LANGUAGE):
        of = wish.submission.reference
        content = SubmissionContent(
            sections=(Section(title=_("Zurückgenommen"), entries=(Entry(label=_("Vorgangsnummer"), value=of),)),),
            applicant=wish.person.name,
            statements=(_("Ihr Wunsch ist zurückgenommen. Wir melden uns dazu nicht mehr."),),
        )
        title = _("Terminwunsch zurückgenommen")
    submission = hand_in(
        actor=actor,
        case=wish.case,
        person=wish.person,
        title=title,
        content=content,
        data={"withdrawn": str(wish.pk)},
        token=token,
    )
    advance_wish(wish, WishStatus.WITHDRAWN, actor=actor)
    record(actor, WISH_WITHDRAWN, subject=wish, case_id=wish.case_id)
    return submission


@transaction.atomic
def answer_wish(*, actor: Actor, wish: Wish, words: str) -> None:
    """Answer a wish with words instead of times: it is settled, the person finds them in the postbox.

    Raises NotPermitted, NoWords, WishNotOpen.
    """
    _require_office(actor, wish)
    answer = clean_text(words)
    if not answer:
        raise NoWords
    if wish.offers.filter(status=OfferStatus.OPEN).exists():
        raise WishNotOpen  # times wait for the person: take them back first
    advance_wish(wish, WishStatus.SETTLED, actor=actor, answer=answer)
    with override(LANGUAGE):
        subject = _("Antwort auf Ihren Terminwunsch")
    _tell(wish, subject=subject, body=answer, key=f"wish:{wish.pk}:answer")
    record(actor, WISH_ANSWERED, subject=wish, case_id=wish.case_id)


@transaction.atomic
def settle_callback(*, actor: Actor, wish: Wish, reached: bool, words: str = "") -> None:
    """Note that the office has called: reached settles it; else it stays open, and the person is told of the try.

    ``words`` are for the file: what was said, in short. Raises NotPermitted, WishNotOpen.
    """
    _require_office(actor, wish)
    now = timezone.now()
    if reached:
        advance_wish(wish, WishStatus.SETTLED, actor=actor, answer=clean_text(words))
        record(actor, WISH_ANSWERED, subject=wish, case_id=wish.case_id)
        return
    current = Wish.objects.select_for_update(of=("self",)).get(pk=wish.pk)
    if current.status not in OPEN_WISHES:
        raise WishNotOpen
    advance_wish(wish, WishStatus.OPEN, actor=actor, tries=current.tries + 1, tried_at=now)
    with override(LANGUAGE):
        body = _(
            "Wir haben versucht, Sie anzurufen, und Sie nicht erreicht. Wir versuchen es noch einmal. Sie müssen "
            "nichts tun. Passt eine andere Zeit oder eine andere Nummer besser? Dann sagen Sie uns das bitte, im "
            "Portal unter „Termine“ oder am Telefon."
        )
        _tell(wish, subject=_("Rückruf"), body=body, key=f"wish:{wish.pk}:try:{wish.tries}")
    record(actor, CALLBACK_TRIED, subject=wish, case_id=wish.case_id)


def _require_office(actor: Actor, wish: Wish) -> None:
    if actor.membership_id is None or not may_arrange(actor, wish.case, wish.person):
        raise NotPermitted(wish.case_id)


def _tell(wish: Wish, *, subject: str, body: str, key: str) -> None:
    """In the postbox; announced without content, but for who wants nothing announced."""
    post_notice(
        case_id=wish.case_id,
        person_id=wish.person_id,
        subject=subject,
        body=body,
        key=key,
        is_announced=not wish.is_confidential,
    )


def hand_in(
    *,
    actor: Actor,
    case: Case,
    person: Person,
    title: str,
    content: SubmissionContent,
    data: dict[str, object],
    token: str | UUID,
) -> Submission:
    """Receive a deed around an appointment; what staff write down came by phone. Raises NotAllowed."""
    locked(case)  # two windows at the same moment
    submission = receive_submission(
        actor=actor,
        kind=SubmissionKind.APPOINTMENT,
        title=title,
        case=case,
        person=person,
        content=content,
        data=data,
        token=token,
        channel=ContactChannel.PHONE if actor.is_staff else ContactChannel.PORTAL,
    )
    if actor.role is Role.GUEST:
        prolong_after_sending(case)
    return submission


def _admitted(actor: Actor, case: Case, wanted: Wanted, submission: Submission) -> Case:
    """A case in preparation is opened: staff see the wish. Who is responsible follows from the service, or from there
    being one jobcenter only; else it goes to the clearing list.
    """
    if case.status != CaseStatus.PROSPECTIVE:
        return case
    jobcenter = wanted.service.jobcenter if wanted.service is not None else None
    active = list(Jobcenter.objects.filter(is_active=True)[:2])
    if jobcenter is None and len(active) == 1:
        jobcenter = active[0]
    return admit_case(actor=actor, case=case, jobcenter=jobcenter, at=submission.received_at)


def _team_for(case: Case, wanted: Wanted) -> UUID | None:
    """Whose work the wish is, where that is not the case's team: the only team that does this service."""
    if wanted.service is None:
        return None
    teams = list(wanted.service.teams.values_list("pk", flat=True)[:2])
    return teams[0] if len(teams) == 1 and teams[0] != case.team_id else None

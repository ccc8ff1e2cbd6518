"""Conversations as the office's work: whose they are, who waits longest."""

from collections.abc import Mapping
from datetime import date
from typing import cast
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce
from django.utils import timezone
from msgspec import Struct

from applications.models import Application
from mailbox.enums import MessageKind
from mailbox.models import Message, Thread, TopicRoute
from mailbox.selectors import threads_visible_to
from portal.accounts.models import Absence, Jobcenter, LocalHoliday, StaffMembership, Team
from portal.cases.models import Actor
from portal.cases.models.household_number import household_number_candidates
from portal.cases.selectors import find_persons
from portal.law.periods import Place
from portal.submissions.models import Submission

# What makes a thread a conversation; receipts and notices of the portal alone are none.
TALK = (MessageKind.MESSAGE, MessageKind.CONTACT, MessageKind.REQUEST, MessageKind.DECISION)


class PostboxFilter(Struct, frozen=True, kw_only=True):
    """What a member of staff wants to see. ``whose``: team, mine, all. ``state``: waiting, answered, all."""

    whose: str = "team"
    state: str = "waiting"
    topic: str = ""
    needs_translation: bool = False
    text: str = ""


class Desk(Struct, frozen=True, kw_only=True):
    """Who works in a house today, by id: names, teams, and who is away until when with whom instead; its holidays."""

    people: Mapping[UUID, StaffMembership]
    teams: Mapping[UUID, Team]
    away: Mapping[UUID, Absence]
    place: Place


def conversations(actor: Actor) -> QuerySet[Thread]:
    """Return the conversations of the house, each with ``work_of`` (id of the team, or None) and ``in_charge`` (id).

    A thread is its team's, else that of the topic, else the case's, else that of the latest application. In charge is
    whom the case names, else who looks after the latest application.
    """
    latest = Application.objects.filter(case=OuterRef("case")).order_by("-received_at", "-pk")
    route = TopicRoute.objects.filter(jobcenter=OuterRef("case__jobcenter"), topic=OuterRef("topic"))
    talk = Message.objects.filter(thread=OuterRef("pk"), kind__in=TALK)
    return (
        threads_visible_to(actor)
        .filter(Exists(talk))
        .annotate(
            work_of=Coalesce(
                F("team_id"),
                Subquery(route.values("team")[:1]),
                F("case__team_id"),
                Subquery(latest.values("team")[:1]),
                output_field=UUIDField(),
            ),
            in_charge=Coalesce(
                F("case__responsible_id"), Subquery(latest.values("assigned_to")[:1]), output_field=UUIDField()
            ),
        )
    )


def postbox_list(*, actor: Actor, wanted: PostboxFilter, on: date) -> QuerySet[Thread]:
    """Return the conversations of one view: who has been waiting longest first, then the newest. One SQL.

    With ``last_at`` and ``wants_translation``.
    """
    found = conversations(actor).filter(_whose(actor, wanted.whose, on), _where(wanted.state))
    if wanted.topic:
        found = found.filter(topic=wanted.topic)
    if wanted.text:
        found = found.filter(_named_or_numbered(actor, wanted.text))
    found = found.annotate(last_at=Max("messages__created_at"), wants_translation=_marked())
    if wanted.needs_translation:
        found = found.filter(wants_translation=True)
    return found.select_related("person", "case").order_by(F("waiting_since").asc(nulls_last=True), "-last_at", "id")


def postbox_counts(*, actor: Actor, on: date) -> dict[str, int]:
    """Return how many wait: in the own team (in the house for who has none), for the actor, in the house. Two SQL."""
    waiting = conversations(actor).filter(waiting_since__isnull=False).annotate(wants_translation=_marked())
    rows = list(waiting.values_list("work_of", "in_charge", "wants_translation"))
    mine = {actor.membership_id, *_stood_in_for(actor, on).values_list("membership_id", flat=True)}
    return {
        "team": sum(actor.team_id is None or team in {None, actor.team_id} for team, _person, _marked in rows),
        "mine": sum(person in mine for _team, person, _marked in rows),
        "all": len(rows),
        "translation": sum(marked for _team, _person, marked in rows),
    }


def waiting_for(actor: Actor) -> int:
    """Return how many wait for the actor's team, for the head of every page. One SQL."""
    found = conversations(actor).filter(waiting_since__isnull=False)
    return found.filter(_whose(actor, "team", timezone.localdate())).count()


def conversations_of_case(actor: Actor, case_id: UUID) -> QuerySet[Thread]:
    """Return the conversations of one case as in the list."""
    found = conversations(actor).filter(case_id=case_id)
    found = found.annotate(last_at=Max("messages__created_at"), wants_translation=_marked())
    return found.select_related("person", "case").order_by(F("waiting_since").asc(nulls_last=True), "-last_at", "id")


def desk_of(actor: Actor, on: date) -> Desk:
    """Return who works at the actor's house, and who is away on that day. Five SQL."""
    house_id = cast("UUID", actor.jobcenter_id)  # members of staff always have one
    own = Jobcenter.objects.filter(pk=house_id).values_list("land", flat=True)
    house = StaffMembership.objects.filter(jobcenter_id=house_id).select_related("team")
    away = Absence.objects.filter(
        membership__jobcenter_id=house_id, first_day__lte=on, last_day__gte=on
    ).select_related("deputy")
    return Desk(
        people={each.pk: each for each in house},
        teams={each.pk: each for each in Team.objects.filter(jobcenter_id=house_id)},
        away={each.membership_id: each for each in away.order_by("last_day")},
        place=Place.of(own.first(), LocalHoliday.objects.filter(jobcenter_id=house_id).values_list("day", flat=True)),
    )


def _marked() -> Exists:
    """Whether somebody has ticked that a message has to be translated."""
    return Exists(Message.objects.filter(thread=OuterRef("pk"), needs_translation=True))


def _stood_in_for(actor: Actor, on: date) -> QuerySet[Absence]:
    return Absence.objects.filter(deputy_id=actor.membership_id, first_day__lte=on, last_day__gte=on)


def _whose(actor: Actor, whose: str, on: date) -> Q:
    """Mine is also what lies with somebody who is away today and for whom I stand in. What is no team's is every
    team's: nobody waits unseen.
    """
    match whose:
        case "mine":
            others = _stood_in_for(actor, on).values("membership_id")
            return Q(in_charge=actor.membership_id) | Q(in_charge__in=others)
        case "team" if actor.team_id is not None:
            return Q(work_of=actor.team_id) | Q(work_of__isnull=True)
        case _:
            return Q()


def _where(state: str) -> Q:
    if state == "all":
        return Q()
    return Q(waiting_since__isnull=state == "answered")


def _named_or_numbered(actor: Actor, text: str) -> Q:
    """The beginning of a reference, words of a name in any order and spelling, or the whole BG number."""
    reference = "".join(text.split()).upper()
    numbered = Submission.objects.filter(case=OuterRef("case"), reference__startswith=reference)
    named = Q(case__in=find_persons(actor, name=text).values("case"))
    return named | Q(Exists(numbered)) | Q(case__household_number_index__in=household_number_candidates(text))

"""From when a decision in the portal counts as known, and until when one can object. Pure: knows no database.

It is deemed notified on the fourth day after the notice about it was sent, in German time (§ 37 (2a) sentence 4 SGB X);
weekends and holidays do not move that day (BSG B 14 AS 12/09 R). The objection has one month from then, three abroad
(§ 84 (1) SGG), a year where the instruction is missing or wrong (§ 66 (2) SGG); the end of the period moves off
Saturdays, Sundays and holidays of the place (§ 64 (3) SGG).
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from mailbox.domain import clock_words as words
from mailbox.enums import Instruction
from portal.law.dates import day_of
from portal.law.parameter import whole
from portal.law.periods import FreeDay, PeriodEnd, Place, end_of_months


class StepKind(StrEnum):
    """What happens on the day of a step."""

    SENT = "sent"
    NOTIFIED = "notified"
    OBJECTION = "objection"


class Rule(StrEnum):
    """Which period an objection has; the values are the ends of the keys in ``procedure.objection``."""

    REGULAR = "months"
    ABROAD = "abroad_months"
    NO_INSTRUCTION = "without_instruction_months"

    @property
    def basis(self) -> str:
        """Where it stands."""
        return {
            Rule.REGULAR: "§ 84 Abs. 1 Satz 1 SGG",
            Rule.ABROAD: "§ 84 Abs. 1 Satz 2 SGG",
            Rule.NO_INSTRUCTION: "§ 66 Abs. 2, § 84 Abs. 2 Satz 3 SGG",
        }[self]


class ClockStep(Struct, frozen=True):
    """One step: its day, the § it rests on (``basis``), and why it is this day (``reason``, in the reader's language).

    ``count`` are the days (NOTIFIED) or months (OBJECTION) counted from the step before. ``moved_from`` is the day a
    period was counted to, when that was free, ``skipped`` the free days since. ``at`` is the moment of sending.
    """

    kind: StepKind
    day: date
    basis: str
    count: int = 0
    rule: Rule = Rule.REGULAR
    counted_from: date | None = None
    moved_from: date | None = None
    skipped: tuple[FreeDay, ...] = ()
    at: datetime | None = None

    @property
    def title(self) -> str:
        """What the day is."""
        return words.title(self.kind)

    @property
    def reason(self) -> str:
        """Why it is this day, in plain words."""
        if self.at is not None:
            return words.sent(self.at)
        if self.counted_from is None:
            return words.notified(self.count)
        counted = self.moved_from or self.day
        return words.objection(self.count, self.rule, self.counted_from, PeriodEnd(self.day, counted, self.skipped))

    @property
    def explained(self) -> str:
        """The reason with its §."""
        return words.with_basis(self.reason, self.basis)


class DeliveryClock(Struct, frozen=True):
    """The whole calculation for one decision.

    ``objection_until`` is the last day, None where nobody can object. ``is_earliest_of_lands``: the place is not known,
    so the day is the earliest of all Länder.
    """

    sent_on: date
    notified_on: date
    objection_until: date | None
    steps: tuple[ClockStep, ...]
    is_earliest_of_lands: bool

    @property
    def summary(self) -> str:
        """The three days in one sentence."""
        return words.summary(self.sent_on, self.notified_on, self.objection_until)

    @property
    def caution(self) -> str:
        """Why the day may be earlier than need be; empty where the place is known."""
        return words.earliest_of_lands() if self.is_earliest_of_lands and self.objection_until else ""

    @property
    def hints(self) -> tuple[str, ...]:
        """When other days count: the notice did not arrive, the instruction is missing, the person is abroad."""
        last = self.steps[-1]
        if last.kind is not StepKind.OBJECTION:
            return ()
        found = [words.not_received(self.notified_on)]
        if last.rule is not Rule.NO_INSTRUCTION:
            found.append(words.no_instruction(_months(Rule.NO_INSTRUCTION, self.notified_on)))
        if last.rule is Rule.REGULAR:
            found.append(words.abroad(_months(Rule.ABROAD, self.notified_on)))
        return tuple(found)


def clock(
    sent: datetime,
    land: str | None,
    local_holidays: Collection[date] = (),
    *,
    abroad: bool = False,
    instruction: Instruction = Instruction.COMPLETE,
) -> DeliveryClock:
    """The clock of a decision whose notice was sent at a moment, for an office in a Land with its own holidays.

    ``land`` is a code of `portal.law.periods.LANDS`; None or "" means unknown: the earliest day counts, and local
    holidays do not. Raises ValueError for a moment without time zone and for another code, UnknownParameter for days
    before the figures begin.
    """
    if sent.utcoffset() is None:
        raise ValueError("A moment without time zone may be on another day.")
    sent_on = day_of(sent)
    days = whole("procedure.notification_fiction.portal_days", sent_on)
    notified_on = sent_on + timedelta(days=days)
    steps = [
        ClockStep(StepKind.SENT, sent_on, "§ 37 Abs. 2a SGB X", at=sent),
        ClockStep(StepKind.NOTIFIED, notified_on, "§ 37 Abs. 2a Satz 4 SGB X", count=days),
    ]
    rule = _rule(instruction, abroad=abroad)
    if rule is not None:
        steps.append(_objection(notified_on, rule, Place.of(land, local_holidays)))
    return DeliveryClock(
        sent_on=sent_on,
        notified_on=notified_on,
        objection_until=steps[-1].day if rule else None,
        steps=tuple(steps),
        is_earliest_of_lands=not land,
    )


def _rule(instruction: Instruction, *, abroad: bool) -> Rule | None:
    """The longest period that applies; None where nobody can object."""
    if instruction == Instruction.NONE:
        return None
    if instruction == Instruction.MISSING:
        return Rule.NO_INSTRUCTION
    return Rule.ABROAD if abroad else Rule.REGULAR


def _objection(notified_on: date, rule: Rule, place: Place) -> ClockStep:
    """The step of the last day for an objection."""
    months = _months(rule, notified_on)
    end = end_of_months(notified_on, months, place)
    return ClockStep(
        StepKind.OBJECTION,
        end.day,
        f"{rule.basis}, § 64 Abs. 1 bis 3 SGG" if end.skipped else f"{rule.basis}, § 64 Abs. 1 und 2 SGG",
        count=months,
        rule=rule,
        counted_from=notified_on,
        moved_from=end.moved_from,
        skipped=end.skipped,
    )


def _months(rule: Rule, on: date) -> int:
    """Length of a period in months, for a decision notified on a day."""
    return whole(f"procedure.objection.{rule}", on)

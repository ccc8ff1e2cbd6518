"""``manage.py delivery_clock``: when a decision counts as known, and until when one can object. Needs no database."""

import json
import textwrap
from argparse import ArgumentParser
from datetime import date, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from mailbox.domain.delivery_clock import DeliveryClock, clock
from mailbox.enums import Instruction
from portal.law.dates import BERLIN
from portal.law.parameter import UnknownParameter
from portal.law.periods import LANDS
from portal.ui.formats import NBSP, format_weekday_date

LANGUAGE = "de"  # of the steps
BAD_INPUT = 2
WIDTH = 100
INDENT = "   "


class Command(BaseCommand):
    """Prints the steps of the clock, each with its §, for people or for programs."""

    help = "Print when a decision counts as notified and the last day for an objection, step by step."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take texts: what cannot be read is told in one line."""
        parser.add_argument("--sent", required=True, help="2026-11-20T10:00; without a zone it is German time")
        parser.add_argument("--land", default="", help="BB … TH; without it the earliest day of all Länder counts")
        parser.add_argument("--holiday", nargs="+", action="extend", default=[], help="a holiday of the municipality")
        parser.add_argument("--abroad", action="store_true", help="notified abroad: three months")
        parser.add_argument("--instruction", default="complete", help="complete, missing (one year) or none")
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read, calculate, print. Raises CommandError for input that cannot be read."""
        sent = _moment(options["sent"])
        land = _land(options["land"])
        holidays = [_day(text) for text in options["holiday"]]
        if holidays and not land:
            raise _refused("--holiday needs --land: without a Land the earliest day of all counts.")
        instruction = _instruction(options["instruction"])
        try:
            found = clock(sent, land, holidays, abroad=options["abroad"], instruction=instruction)
        except UnknownParameter as unknown:
            raise _refused(f"--sent {options['sent']}: no rule is known for that day ({unknown}).") from unknown
        except (OverflowError, ValueError) as beyond:  # year 10000
            raise _refused(f"--sent {options['sent']}: the calendar ends before the period does.") from beyond
        with translation.override(LANGUAGE):
            if options["json"]:
                self.stdout.write(json.dumps(as_data(found, sent, land), ensure_ascii=False, indent=2))
            else:
                self.stdout.write(as_text(found), ending="")


def as_data(found: DeliveryClock, sent: datetime, land: str) -> dict[str, Any]:
    """The clock for programs: days in ISO 8601."""
    steps = [
        {
            "kind": step.kind,
            "day": step.day.isoformat(),
            "moved_from": step.moved_from.isoformat() if step.moved_from else None,
            "title": step.title,
            "reason": step.reason.replace(NBSP, " "),
            "basis": step.basis,
        }
        for step in found.steps
    ]
    return {
        "sent": sent.isoformat(),
        "sent_on": found.sent_on.isoformat(),
        "land": land or None,
        "notified_on": found.notified_on.isoformat(),
        "objection_until": found.objection_until.isoformat() if found.objection_until else None,
        "is_earliest_of_lands": found.is_earliest_of_lands,
        "summary": found.summary.replace(NBSP, " "),
        "steps": steps,
        "hints": [hint.replace(NBSP, " ") for hint in found.hints],
    }


def as_text(found: DeliveryClock) -> str:
    """The clock for people."""
    parts = [_wrapped(text) for text in (found.summary, found.caution) if text]
    for number, step in enumerate(found.steps, start=1):
        title, reason = (
            f"{number}. {step.title}: {format_weekday_date(step.day)}",
            _wrapped(step.reason, INDENT, INDENT),
        )
        parts.append(f"{title}\n{reason}\n{INDENT}{step.basis}")
    parts += [_wrapped(hint, "- ", "  ") for hint in found.hints]
    return "\n\n".join(parts).replace(NBSP, " ") + "\n"


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    """A paragraph for a terminal."""
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=rest)


def _moment(text: str) -> datetime:
    """A moment in ISO 8601; German time where no zone is named."""
    try:
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=BERLIN)
        moment.astimezone(BERLIN)  # the first and last day of the calendar have no other zone
    except (ValueError, OverflowError) as unread:
        raise _refused(f"--sent {text}: give day and time like 2026-11-20T10:00 or 2026-11-20T09:00Z.") from unread
    return moment


def _day(text: str) -> date:
    """A day in ISO 8601."""
    try:
        return date.fromisoformat(text)
    except ValueError as unread:
        raise _refused(f"--holiday {text}: give a day like 2028-08-15.") from unread


def _land(text: str) -> str:
    """The code of a Land in capitals; empty where none was named."""
    land = text.upper()
    if land and land not in LANDS:
        raise _refused(f"--land {text}: there is no such Land; known are {', '.join(LANDS)}.")
    return land


def _instruction(text: str) -> Instruction:
    """What the decision says about objections."""
    try:
        return Instruction(text)
    except ValueError as unread:
        raise _refused(f"--instruction {text}: known are {', '.join(Instruction.values)}.") from unread


def _refused(message: str) -> CommandError:
    """What cannot be read, with the exit code of argparse."""
    return CommandError(message, returncode=BAD_INPUT)

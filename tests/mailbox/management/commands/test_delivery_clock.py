import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).parents[4]
SENT = ("--sent", "2026-11-20T10:00")


def started(*arguments):
    """Exit code, output and complaints of the command where there is neither database nor Redis."""
    nowhere = {"PORTAL_DB_HOST": "/nowhere", "PORTAL_BROKER_URL": "redis://127.0.0.1:1/0", "LANGUAGE": "en_US"}
    command = [sys.executable, "manage.py", "delivery_clock", *arguments]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **nowhere}, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr


def days(*arguments):
    """Notified and last day."""
    out = StringIO()
    call_command("delivery_clock", "--json", *arguments, stdout=out)
    printed = json.loads(out.getvalue())
    return printed["notified_on"], printed["objection_until"]


def test_command_needs_no_database_and_prints_what_the_docs_show():
    code, printed, complaints = started("--sent", "2026-11-21T10:00", "--land", "BY")

    assert (code, complaints) == (0, "")
    assert f"\n{printed}```\n" in (ROOT / "docs" / "delivery-clock.md").read_text(encoding="utf-8")


def test_bad_input_is_one_line_and_code_two():
    assert started("--sent", "gestern") == (
        2,
        "",
        "CommandError: --sent gestern: give day and time like 2026-11-20T10:00 or 2026-11-20T09:00Z.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ((*SENT, "--land", "BY"), ("2026-11-24", "2026-12-24")),
        ((*SENT, "--land", "by"), ("2026-11-24", "2026-12-24")),
        ((*SENT,), ("2026-11-24", "2026-12-24")),
        ((*SENT, "--land", "BY", "--holiday", "2026-12-24", "2026-12-28"), ("2026-11-24", "2026-12-29")),
        ((*SENT, "--land", "BY", "--holiday", "2026-12-24", "--holiday", "2026-12-28"), ("2026-11-24", "2026-12-29")),
        ((*SENT, "--abroad"), ("2026-11-24", "2027-02-24")),
        ((*SENT, "--instruction", "missing"), ("2026-11-24", "2027-11-24")),
        ((*SENT, "--instruction", "none"), ("2026-11-24", None)),
        (("--sent", "2026-11-20T23:30"), ("2026-11-24", "2026-12-24")),  # German time
        (("--sent", "2026-11-20T23:30Z"), ("2026-11-25", "2026-12-28")),
        (("--sent", "2026-11-20"), ("2026-11-24", "2026-12-24")),
        (("--sent", "2027-03-28T02:30"), ("2027-04-01", "2027-05-03")),  # an hour that night does not have
        (("--sent", "2026-10-25T02:30"), ("2026-10-29", "2026-11-30")),  # and one that comes twice
    ],
)
def test_command_reads_what_it_is_given(arguments, found):
    assert days(*arguments) == found


def test_json_holds_every_step():
    out = StringIO()
    call_command("delivery_clock", "--sent", "2026-11-21T10:00", "--land", "BY", "--json", stdout=out)
    printed = json.loads(out.getvalue())

    assert (printed["sent"], printed["sent_on"], printed["land"]) == ("2026-11-21T10:00:00+01:00", "2026-11-21", "BY")
    assert printed["is_earliest_of_lands"] is False
    assert [(step["kind"], step["day"], step["moved_from"]) for step in printed["steps"]] == [
        ("sent", "2026-11-21", None),
        ("notified", "2026-11-25", None),
        ("objection", "2026-12-28", "2026-12-25"),
    ]
    assert [sorted(step) for step in printed["steps"]] == [
        ["basis", "day", "kind", "moved_from", "reason", "title"]
    ] * 3
    assert len(printed["hints"]) == 3


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--sent", "2026-13-01T10:00"), "--sent 2026-13-01T10:00: give day and time"),
        (("--sent", ""), "--sent : give day and time"),
        (("--sent", "0001-01-01T00:00+14:00"), "give day and time"),
        (("--sent", "9999-12-31T10:00"), "the calendar ends before the period does"),
        (("--sent", "9998-12-31T10:00", "--instruction", "missing"), "the calendar ends before the period does"),
        (("--sent", "2024-12-31T10:00"), "no rule is known for that day"),
        ((*SENT, "--land", "Bayern"), "--land Bayern: there is no such Land; known are BB, BE,"),
        ((*SENT, "--land", "BY", "--holiday", "15.08.2028"), "--holiday 15.08.2028: give a day like 2028-08-15."),
        ((*SENT, "--holiday", "2028-08-15"), "--holiday needs --land"),
        ((*SENT, "--instruction", "wrong"), "--instruction wrong: known are complete, missing, none."),
    ],
)
def test_what_cannot_be_read_is_said(arguments, complaint):
    with pytest.raises(CommandError) as refused:
        call_command("delivery_clock", *arguments)

    assert complaint in str(refused.value)
    assert refused.value.returncode == 2

import datetime

import pytest

from portal.cases.domain.addressee import addressees, is_about_post
from portal.cases.models import Standing

CHECKED = datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC)


def standing(kind, *tasks, checked=True, reservation=False, scopes=("upload",)):
    return Standing(
        kind=kind,
        tasks=list(tasks),
        scopes=list(scopes),
        proof_checked_at=CHECKED if checked else None,
        has_reservation=reservation,
    )


# what holds → (is it addressed to the first, is it told beside the person, does the person get it)
TABLE = {
    "nobody represents": ((), (False, False, True)),
    "Vollmacht checked": ((standing("representative"),), (True, False, True)),
    "Vollmacht not shown": ((standing("representative", checked=False),), (False, False, True)),
    "Vollmacht not shown, person agreed": (
        (standing("representative", checked=False, scopes=("read_postbox", "upload")),),
        (False, True, True),
    ),
    "guardian for everything": ((standing("guardian", "everything"),), (True, False, True)),
    "guardian for authorities": ((standing("guardian", "authorities"),), (True, False, True)),
    "guardian for the post": ((standing("guardian", "post"),), (True, False, True)),
    "guardian for money only": ((standing("guardian", "finances"),), (False, False, True)),
    "guardian for housing and health": ((standing("guardian", "housing", "health"),), (False, False, True)),
    "guardian not shown": ((standing("guardian", "everything", checked=False),), (False, False, True)),
    "reservation": ((standing("guardian", "authorities", reservation=True),), (True, False, False)),
    "reservation about money only": ((standing("guardian", "finances", reservation=True),), (False, False, True)),
    "reservation not shown": (
        (standing("guardian", "everything", checked=False, reservation=True),),
        (False, False, True),
    ),
    "a helper is no representative": ((standing("helper", scopes=("read_postbox",)),), (False, False, True)),
}


@pytest.mark.parametrize(("held", "expected"), TABLE.values(), ids=TABLE)
def test_who_is_written_to(held, expected):
    decided = addressees(held)
    is_addressed, is_told = bool(decided.representatives), bool(decided.also)
    assert (is_addressed, is_told, decided.to_person) == expected


def test_two_guardians_with_the_post_are_both_addressed_in_order():
    first, money, second = (
        standing("guardian", "post"),
        standing("guardian", "finances"),
        standing("guardian", "authorities"),
    )
    decided = addressees([first, money, second])
    assert decided.representatives == (first, second)
    assert decided.told == (first, second)


def test_health_alone_is_not_about_letters():
    assert not is_about_post("guardian", ["health"])
    assert is_about_post("representative", [])

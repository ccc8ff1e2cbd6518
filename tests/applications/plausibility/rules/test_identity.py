import pytest

from applications.claim.model import Contact, Household
from tests.applications.plausibility.rules.trial import Trial
from tests.factories.claims import build_child, build_person


def born(day):
    return {"applicant": build_person(born=day)}


def with_tax_id(number):
    return {"applicant": build_person(tax_id=number)}


def two(one, other):
    """Applicant and one child that differ only in what is given."""
    child = build_child("p2", "2020-05-05", "Kim", "Albers").model_copy(update=other)
    return {"applicant": build_person(**one), "household": Household(members=(child,))}


TWIN = {"birth_date": build_person().birth_date}

TRIALS = [
    Trial("ID-01", "born tomorrow", 1, born("2026-11-17")),
    Trial("ID-01", "116 years old", 1, born("1910-11-16")),
    Trial("ID-01", "born today", 0, born("2026-11-16")),
    Trial("ID-01", "115 years old", 0, born("1910-11-17")),
    Trial("ID-01", "no birth date", 0, born(None)),
    Trial("ID-03", "15 today", 1, born("2011-11-16")),
    Trial("ID-03", "17 until tomorrow", 1, born("2008-11-17")),
    Trial("ID-03", "18 today", 0, born("2008-11-16")),
    Trial("ID-03", "15 tomorrow", 0, born("2011-11-17")),
    Trial("ID-03", "no birth date", 0, born(None)),
    Trial("ID-08", "wrong check digit", 1, with_tax_id("47036892815")),
    Trial("ID-08", "words instead of digits", 1, with_tax_id("weiß nicht")),
    Trial("ID-08", "published test value", 0, with_tax_id("86095742719")),
    Trial("ID-08", "test value with spaces", 0, with_tax_id("47 036 892 816")),
    Trial("ID-08", "none given", 0, with_tax_id(None)),
    Trial("ID-10", "same tax id typed differently", 1, two({"tax_id": "86095742719"}, {"tax_id": "86 095 742 719"})),
    Trial("ID-10", "same pension number", 1, two(*[{"pension_insurance_number": "15070649C103"}] * 2)),
    Trial("ID-10", "same name and birth date", 1, two({}, {**TWIN, "first_name": "JONAS"})),
    Trial(
        "ID-10",
        "umlaut spelled out",
        1,
        two({"last_name": "Müller"}, {**TWIN, "first_name": "Jonas", "last_name": "Mueller"}),
    ),
    Trial("ID-10", "twins", 0, two({}, TWIN)),
    Trial("ID-10", "same name another birth date", 0, two({}, {"first_name": "Jonas"})),
    Trial(
        "ID-10", "nothing known about either", 0, two({"birth_date": None}, {"birth_date": None, "first_name": "Jonas"})
    ),
    Trial("ID-13", "no way but post", 1),
    Trial("ID-13", "phone only", 0, {"contact": Contact(phone="0151 1")}),
    Trial("ID-13", "e-mail only", 0, {"contact": Contact(email="a@example.org")}),
]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_rule_hits_as_often_as_expected(trial):
    assert len(trial.findings()) == trial.hits


def test_finding_points_to_the_answer_and_the_threshold():
    finding = TRIALS[0].findings()[0]
    assert (finding.person_id, finding.refs) == ("p1", ("persons[p1].birth_date",))
    assert [used.key for used in finding.parameters] == ["plausibility.identity.max_age"]


def test_nothing_is_asked_about_voluntary_contact_data():
    assert Trial("ID-13", "silence", 1).findings()[0].claimant is None

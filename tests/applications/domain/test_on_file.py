import datetime
import uuid

import pytest

from applications.catalogue.carry import carried_over
from applications.catalogue.initial_equipment import FORM as PART
from applications.catalogue.main_application import FORM as MAIN
from applications.catalogue.renewal import FORM as RENEWAL
from applications.claim.model import DocumentReference, Evidence
from applications.domain.draft import Course
from applications.domain.on_file import papers_on_file
from applications.enums import DocumentClass
from applications.selectors.sent_before import Sent
from tests.factories.personas import P03, fresh

TODAY = datetime.date(2026, 11, 26)
SPRING = datetime.date(2026, 3, 3)
FILE = (DocumentReference(id="d1", name="vertrag.pdf"),)
APPLICATION = uuid.uuid4()


def paper(kind, **changes):
    return Evidence(document_class=kind, documents=FILE, **changes)


def told(on, *evidence, answers=None, belongs_to=APPLICATION):
    return Sent(on, fresh(P03) if answers is None else answers, evidence, frozenset({belongs_to}))


def begun(form, *sent, corrects=None):
    answers = {**carried_over(form, [each.answers for each in sent]), "started_on": TODAY.isoformat()}
    return answers | papers_on_file(form, answers, sent=sent, on=TODAY, corrects=corrects)


def on_file(form, *sent, **changes):
    return begun(form, *sent, **changes).get("on_file")


def moved():
    answers = fresh(P03)
    answers["home"]["street"] = "Neuer Weg 1"
    return answers


@pytest.mark.parametrize("form", [MAIN, RENEWAL], ids=["again", "renewal"])
def test_paper_is_kept_with_the_day_of_its_newest_copy(form):
    found = on_file(form, told(TODAY, paper(DocumentClass.LEASE)), told(SPRING, paper(DocumentClass.LEASE)))

    assert found == [
        {
            "class": "LEASE",
            "about": None,
            "item": None,
            "section": "home",
            "received_on": "2026-11-26",
            "counts": True,
            "until": None,
        }
    ]


def test_promise_is_no_paper():
    assert on_file(MAIN, told(SPRING, Evidence(document_class=DocumentClass.LEASE, promised_later=True))) is None


@pytest.mark.parametrize(
    ("evidence", "counts", "until"),
    [
        (paper(DocumentClass.BANK_STATEMENT), False, None),
        (paper(DocumentClass.PAYSLIP, person_id="applicant"), False, None),
        (paper(DocumentClass.SCHOOL_CERT, person_id="c1"), True, "2027-03-03"),
    ],
    ids=["statements", "payslips", "school"],
)
def test_what_shows_a_period_is_named_and_counts_no_longer(evidence, counts, until):
    (found,) = on_file(MAIN, told(SPRING, evidence))

    assert (found["counts"], found["until"]) == (counts, until)


def test_paper_of_each_person_and_thing_is_kept():
    papers = [
        paper(DocumentClass.BENEFIT_NOTICE, person_id="applicant", item_id=kind) for kind in ("pension", "sick_pay")
    ]

    assert [each["item"] for each in on_file(MAIN, told(SPRING, *papers))] == ["pension", "sick_pay"]


def test_paper_of_the_old_dwelling_proves_nothing_about_the_new_one():
    told_since = Sent(TODAY, {"home": moved()["home"]}, ())
    (found,) = on_file(MAIN, told_since, told(SPRING, paper(DocumentClass.LEASE)))

    assert (found["counts"], found["section"]) == (False, "")


def test_paper_counts_until_its_answer_is_changed():
    stored = begun(MAIN, told(SPRING, paper(DocumentClass.LEASE)))
    changed = {**stored, "home": {**stored["home"], "street": "Neuer Weg 1"}}

    assert [each["class"] for each in Course(MAIN, stored).counted["on_file"]] == ["LEASE"]
    assert "on_file" not in Course(MAIN, changed).counted


def test_form_about_less_takes_papers_as_they_are():
    stored = begun(PART, told(SPRING, paper(DocumentClass.LEASE)))

    assert [each["section"] for each in stored["on_file"]] == [""]
    assert "begun_with" not in stored


def test_correction_takes_every_paper_of_what_it_corrects():
    sent = told(SPRING, paper(DocumentClass.BANK_STATEMENT))

    assert [each["counts"] for each in on_file(MAIN, sent, corrects=APPLICATION)] == [True]
    assert [each["counts"] for each in on_file(MAIN, sent, corrects=uuid.uuid4())] == [False]


def test_nothing_was_sent_before():
    assert papers_on_file(MAIN, {}, sent=[], on=TODAY) == {}

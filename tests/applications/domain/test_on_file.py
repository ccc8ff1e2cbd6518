import datetime
import uuid

import pytest

from applications.catalogue.carry import carried_over
from applications.catalogue.initial_equipment import FORM as PART
from applications.catalogue.main_application import FORM as MAIN
from applications.catalogue.renewal import FORM as RENEWAL
from applications.claim.model import PaperOnFile
from applications.domain.draft import Course
from applications.domain.on_file import papers_now, papers_on_file
from applications.enums import DocumentClass
from applications.selectors.sent_before import Sent
from tests.factories.personas import P03, fresh

TODAY = datetime.date(2026, 11, 26)
SPRING = datetime.date(2026, 3, 3)
APPLICATION = uuid.uuid4()


def told(on, *kinds, answers=None, lay_there=(), application=APPLICATION, **about):
    papers = tuple(PaperOnFile(document_class=kind, received_on=on, **about) for kind in kinds)
    return Sent(on, fresh(P03) if answers is None else answers, papers, lay_there, application)


def begun(form, *sent, matter=()):
    answers = {**carried_over(form, [each.answers for each in sent]), "started_on": TODAY.isoformat()}
    return answers | papers_on_file(form, answers, sent=sent, on=TODAY, matter=matter)


def on_file(form, *sent, **changes):
    return begun(form, *sent, **changes).get("on_file")


def moved():
    answers = fresh(P03)
    answers["home"]["street"] = "Neuer Weg 1"
    return answers


@pytest.mark.parametrize("form", [MAIN, RENEWAL], ids=["again", "renewal"])
def test_paper_is_kept_with_the_day_of_its_newest_copy(form):
    found = on_file(form, told(TODAY, DocumentClass.LEASE), told(SPRING, DocumentClass.LEASE))

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


@pytest.mark.parametrize(
    ("kind", "person", "counts", "until"),
    [
        (DocumentClass.BANK_STATEMENT, None, False, None),
        (DocumentClass.PAYSLIP, "applicant", False, None),
        (DocumentClass.SCHOOL_CERT, "c1", True, "2027-03-03"),
    ],
    ids=["statements", "payslips", "school"],
)
def test_what_shows_a_period_is_named_and_counts_no_longer(kind, person, counts, until):
    (found,) = on_file(MAIN, told(SPRING, kind, person_id=person))

    assert (found["counts"], found["until"]) == (counts, until)


def test_paper_of_each_person_and_thing_is_kept():
    sent = [
        told(SPRING, DocumentClass.BENEFIT_NOTICE, person_id="applicant", item_id=kind)
        for kind in ("pension", "sick_pay")
    ]

    assert [each["item"] for each in on_file(MAIN, *sent)] == ["pension", "sick_pay"]


def test_paper_of_the_old_dwelling_proves_nothing_about_the_new_one():
    told_since = told(TODAY, answers={"home": moved()["home"]})
    (found,) = on_file(MAIN, told_since, told(SPRING, DocumentClass.LEASE))

    assert (found["counts"], found["section"]) == (False, "")


def test_paper_counts_until_its_answer_is_changed():
    stored = begun(MAIN, told(SPRING, DocumentClass.LEASE))
    changed = {**stored, "home": {**stored["home"], "street": "Neuer Weg 1"}}

    assert [each["class"] for each in Course(MAIN, stored).counted["on_file"]] == ["LEASE"]
    assert "on_file" not in Course(MAIN, changed).counted


def test_form_about_less_takes_papers_as_they_are():
    stored = begun(PART, told(SPRING, DocumentClass.LEASE))

    assert [each["section"] for each in stored["on_file"]] == [""]
    assert "begun_with" not in stored


def test_every_paper_of_the_matter_counts_as_it_is():
    sent = told(SPRING, DocumentClass.BANK_STATEMENT)

    assert [each["counts"] for each in on_file(MAIN, sent, matter={APPLICATION})] == [True]
    assert [each["counts"] for each in on_file(MAIN, sent, matter={uuid.uuid4()})] == [False]


def test_what_lay_in_the_file_for_the_matter_lies_there_still_whatever_is_answered():
    lease = PaperOnFile(document_class=DocumentClass.LEASE, received_on=SPRING, until=SPRING)
    sent = told(SPRING, answers=moved(), lay_there=(lease,)), told(SPRING)

    (found,) = on_file(MAIN, *sent, matter={APPLICATION})
    assert (found["counts"], found["section"], found["received_on"]) == (True, "", "2026-03-03")
    assert on_file(MAIN, *sent) is None


def test_paper_of_the_matter_goes_before_a_newer_one_of_another():
    other = told(TODAY, DocumentClass.LEASE, answers=moved(), application=uuid.uuid4())
    (found,) = on_file(MAIN, other, told(SPRING, DocumentClass.LEASE), matter={APPLICATION})

    assert (found["counts"], found["received_on"]) == (True, "2026-03-03")


def test_two_persons_have_two_papers():
    sent = [told(SPRING, DocumentClass.ID_DOC, person_id=person) for person in ("applicant", "c1")]

    assert [each["about"] for each in on_file(MAIN, *sent, matter={APPLICATION})] == ["applicant", "c1"]


def test_nothing_was_sent_before():
    assert papers_on_file(MAIN, {}, sent=[], on=TODAY) == {}


def test_draft_that_lies_open_has_papers_as_they_are_now_and_answers_as_it_began():
    stored = begun(MAIN, told(SPRING, DocumentClass.LEASE))
    changed = {**stored, "home": moved()["home"]}
    sent = told(TODAY, DocumentClass.BANK_STATEMENT), told(SPRING, DocumentClass.LEASE, application=uuid.uuid4())

    now = papers_now(MAIN, changed, sent=sent, on=TODAY, matter={APPLICATION})
    assert [(each["class"], each["section"], each["counts"]) for each in now["on_file"]] == [
        ("BANK_STATEMENT", "", True),
        ("LEASE", "home", True),
    ]
    assert now["begun_with"] == stored["begun_with"]


def test_nothing_is_left_when_the_papers_were_of_no_use():
    stored = begun(MAIN, told(SPRING, DocumentClass.LEASE))

    assert papers_now(MAIN, stored, sent=[], on=TODAY, matter={APPLICATION}) == {"on_file": []}

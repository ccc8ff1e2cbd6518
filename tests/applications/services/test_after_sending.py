import datetime

import pytest

from applications.claim.evidence import evidence_needed
from applications.domain.draft import course_of
from applications.enums import ApplicationStatus
from applications.errors import NotAllowed
from applications.models import Application, Draft, SentAnswers
from applications.services.after_sending import add_to_application, correct_application
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from portal.cases.selectors import actor_for_user
from portal.outbox.services import deliver_due
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.personas import P02, P03, fresh
from tests.factories.renewals import filed, household

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent():
    """Who has sent an application, and the application."""
    draft = DraftFactory(answers=fresh(P02))
    actor = actor_for_user(draft.person.user, purpose="own_case")
    return actor, submit_draft(actor=actor, draft=draft).application


def test_correction_begins_with_everything_that_was_sent(sent):
    actor, application = sent

    draft = correct_application(actor=actor, application=application)

    assert draft.answers["work"]["incomes"] == fresh(P02)["work"]["incomes"]
    assert "evidence" not in draft.answers
    assert (draft.follows, draft.is_correction) == (application, True)
    assert draft.answers["carried_on"] == draft.answers["started_on"]


def test_correction_is_begun_once_and_beside_other_drafts(sent):
    actor, application = sent
    other = start_draft(actor=actor, form_key="main_application")

    first = correct_application(actor=actor, application=application)
    second = correct_application(actor=actor, application=application)

    assert first == second
    assert other != first
    assert start_draft(actor=actor, form_key="main_application") == other


def test_sent_correction_counts_from_when_the_first_does(sent):
    actor, application = sent
    Application.objects.filter(pk=application.pk).update(effective_from=datetime.date(2026, 1, 1))

    submission = submit_draft(actor=actor, draft=correct_application(actor=actor, application=application))

    correction = submission.application
    assert (correction.follows, correction.is_correction) == (application, True)
    assert correction.effective_from == datetime.date(2026, 1, 1)
    assert submission.title == "Berichtigung: Antrag auf Grundsicherungsgeld"
    assert submission.data["counts_from_first"] is False
    [statement] = submission.parsed_content().statements
    assert statement.startswith(f"Das ist eine Berichtigung zum Vorgang {application.submission.reference}.")
    application.refresh_from_db()
    assert application.status == ApplicationStatus.RECEIVED


def test_second_correction_begins_with_the_first_one_and_follows_the_application(sent):
    actor, application = sent
    draft = correct_application(actor=actor, application=application)
    draft.answers["you"]["first_name"] = "Mirjam"
    draft.save()
    correction = submit_draft(actor=actor, draft=draft).application

    again = correct_application(actor=actor, application=correction)

    assert again.answers["you"]["first_name"] == "Mirjam"
    assert again.follows == application


PAPERS = ("LEASE", "UVG_NOTICE:c1")


@pytest.fixture
def with_papers():
    """Who has sent an application with two papers, and the application."""
    user, application = household(P02, papers=PAPERS)
    return actor_for_user(user, purpose="own_case"), application


def sent_again(actor, draft, *papers):
    if papers:
        filed(actor, draft, papers)
    return submit_draft(actor=actor, draft=Draft.objects.get(pk=draft.pk))


def missing(application):
    """The papers that the checks miss, as staff and claimant read them."""
    deliver_due()
    application.refresh_from_db()
    found = application.findings.filter(rule_id="EVD-01", state="open")
    return {ref for finding in found for ref in finding.refs}


def test_correction_misses_no_paper_that_came_with_the_first(with_papers):
    actor, application = with_papers
    before = missing(application)

    submission = sent_again(actor, correct_application(actor=actor, application=application))

    filed_then = {(paper["document_class"], paper["person_id"]) for paper in submission.data["on_file"]}
    assert filed_then == {("LEASE", None), ("UVG_NOTICE", "c1")}
    assert "evidence[UVG_NOTICE:c2]" in before
    assert missing(submission.application) == before
    content = submission.parsed_content()
    assert not {"Mietvertrag", "Bescheid über Unterhaltsvorschuss – Ella"} & set(content.open_points)
    assert "Bescheid über Unterhaltsvorschuss – Finn" in content.open_points


def test_paper_sent_while_the_correction_lay_open_is_there(with_papers):
    actor, application = with_papers
    correction = correct_application(actor=actor, application=application)
    sent_again(actor, add_to_application(actor=actor, application=application), "UVG_NOTICE:c2")

    submission = sent_again(actor, correction)

    assert "UVG_NOTICE:c2" not in str(missing(submission.application))


def test_second_correction_knows_the_papers_of_the_first(with_papers):
    actor, application = with_papers
    first = correct_application(actor=actor, application=application)
    sent_again(actor, first, "UVG_NOTICE:c2")

    again = correct_application(actor=actor, application=application)

    assert {(paper["class"], paper["about"]) for paper in again.answers["on_file"]} == {
        ("LEASE", None),
        ("UVG_NOTICE", "c1"),
        ("UVG_NOTICE", "c2"),
    }


def test_supplement_asks_for_what_is_missing_and_settles_it(with_papers):
    actor, application = with_papers
    before = missing(application)
    draft = add_to_application(actor=actor, application=application)
    asked = {f"{line['class']}:{line['about']}" for line in draft.answers["wanted"]}

    submission = sent_again(actor, draft, "UVG_NOTICE:c2")

    assert {"UVG_NOTICE:c2", "BANK_STATEMENT:None"} <= asked
    assert asked.isdisjoint({"LEASE:None", "UVG_NOTICE:c1"})
    assert before - missing(application) == {"evidence[UVG_NOTICE:c2]"}
    assert missing(submission.application) == set()  # the application asks, not what was added to it


def test_what_was_not_kept_cannot_be_corrected(sent):
    actor, application = sent
    SentAnswers.objects.all().delete()

    with pytest.raises(NotAllowed):
        correct_application(actor=actor, application=application)


def test_supplement_knows_what_it_belongs_to(sent):
    actor, application = sent

    draft = add_to_application(actor=actor, application=application)

    assert (draft.form_key, draft.follows, draft.is_correction) == ("supplement", application, False)
    assert draft.answers["supplement"] == {"reference": application.submission.reference}
    assert draft.answers["you"]["first_name"] == "Miriam"


def test_sent_supplement_says_so(sent):
    actor, application = sent

    submission = submit_draft(actor=actor, draft=add_to_application(actor=actor, application=application))

    assert submission.application.follows == application
    assert submission.data["supplement"]["reference"] == application.submission.reference
    assert f"Das gehört zum Vorgang {application.submission.reference}." in submission.parsed_content().statements


@pytest.mark.parametrize("begin", [add_to_application, correct_application])
def test_who_may_not_fill_in_begins_nothing(sent, begin):
    _actor, application = sent
    reading = StandingFactory(helper=True, person=application.person, scopes=["read_decisions"])

    with pytest.raises(NotAllowed):
        begin(actor=helper_actor(reading), application=application)
    assert not Draft.objects.filter(cleared_at=None).exists()


def test_correction_asks_for_no_paper_that_came_with_what_it_corrects():
    user, application = household(P03, papers=("BANK_STATEMENT", "LEASE"))

    draft = correct_application(actor=actor_for_user(user, purpose="own_case"), application=application)

    needed = {item.key: item for item in evidence_needed(course_of(draft).claim())}
    assert [needed[key].required for key in ("BANK_STATEMENT", "LEASE", "ID_DOC:applicant")] == [False, False, True]

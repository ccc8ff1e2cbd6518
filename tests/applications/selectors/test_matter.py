import datetime

import pytest

from applications.claim.model import PaperOnFile
from applications.enums import DocumentClass
from applications.models import Application, Draft
from applications.selectors.matter import ids_of_matter, matter_of, papers_beside, papers_still_to_come
from applications.selectors.sent_before import sent_before
from applications.services.after_sending import add_to_application, correct_application
from applications.services.submit import submit_draft
from portal.cases.selectors import actor_for_user
from portal.documents.enums import DocumentStatus, Review
from portal.documents.models import Document
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.claims import build_p02
from tests.factories.personas import P02
from tests.factories.renewals import filed, household
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

PAPERS = ("LEASE", "UVG_NOTICE:c1")


@pytest.fixture
def sent():
    """Who has sent an application with two papers, and the application."""
    user, application = household(P02, papers=PAPERS)
    return actor_for_user(user, purpose="own_case"), application


def supplement(actor, application, *papers):
    draft = add_to_application(actor=actor, application=application)
    filed(actor, draft, papers)
    return submit_draft(actor=actor, draft=Draft.objects.get(pk=draft.pk)).application


def lines(papers):
    return {(paper.document_class.value, paper.person_id) for paper in papers}


def test_matter_is_what_follows_each_other_in_both_directions(sent, django_assert_num_queries):
    actor, application = sent
    added = supplement(actor, application, "ID_DOC:applicant")
    again = supplement(actor, added, "ID_DOC:c1")
    other = ApplicationFactory(case=application.case)
    Application.objects.filter(pk=other.pk).update(person=application.person)

    with django_assert_num_queries(1):
        assert ids_of_matter(added) == {again.pk, added.pk, application.pk}
    with django_assert_num_queries(2):
        assert matter_of(again) == [again, added, application]
    assert matter_of(application) == [again, added, application]


def test_what_lay_in_the_file_before_lies_there_still(sent):
    actor, application = sent
    filed_then = PaperOnFile(
        document_class=DocumentClass.BIRTH_CERT, person_id="c2", received_on=datetime.date(2026, 1, 2)
    )
    claim = build_p02().model_copy(update={"on_file": (filed_then,)})
    later = ApplicationFactory(case=application.case, claim=claim)
    Application.objects.filter(pk=later.pk).update(person=application.person, follows=application)

    draft = correct_application(actor=actor, application=later)

    [paper] = [each for each in draft.answers["on_file"] if each["class"] == "BIRTH_CERT"]
    assert (paper["about"], paper["received_on"], paper["counts"]) == ("c2", "2026-01-02", True)


@pytest.mark.parametrize("judged", [{"status": DocumentStatus.REFUSED}, {"review": Review.UNUSABLE}], ids=str)
def test_paper_of_no_use_is_still_to_come(sent, judged):
    actor, application = sent
    supplement(actor, application, "ID_DOC:applicant")
    submit_draft(actor=actor, draft=correct_application(actor=actor, application=application))
    before = {item.key for item, _name in papers_still_to_come(application)}
    Document.objects.filter(pk=Document.objects.order_by("created_at")[0].pk).update(**judged)

    assert {item.key for item, _name in papers_still_to_come(application)} - before == {"LEASE"}


def test_who_fills_in_knows_the_papers_of_the_matter_only(sent):
    actor, application = sent
    supplement(actor, application, "ID_DOC:applicant")
    helper = helper_actor(StandingFactory(helper=True, person=application.person))

    known = sent_before(helper, application.person_id, ids_of_matter(application))

    papers = [paper for each in known for paper in each.papers]
    assert lines(papers) == {("LEASE", None), ("UVG_NOTICE", "c1"), ("ID_DOC", "applicant")}
    assert sent_before(helper, application.person_id) == []


def test_papers_that_came_beside_are_those_of_the_others(sent):
    actor, application = sent
    added = supplement(actor, application, "ID_DOC:applicant")

    assert lines(papers_beside(application)) == {("ID_DOC", "applicant")}
    assert lines(papers_beside(added)) == {("LEASE", None), ("UVG_NOTICE", "c1")}


def test_what_is_still_to_come_has_the_person_and_leaves_out_what_came_later(sent):
    actor, application = sent
    before = {item.key: name for item, name in papers_still_to_come(application)}
    supplement(actor, application, "UVG_NOTICE:c2")

    after = {item.key: name for item, name in papers_still_to_come(application)}

    assert {"LEASE", "UVG_NOTICE:c1"}.isdisjoint(before)
    assert (before["UVG_NOTICE:c2"], before["BANK_STATEMENT"]) == ("Finn", "")
    assert before.keys() - after.keys() == {"UVG_NOTICE:c2"}


def test_correction_says_what_is_still_to_come(sent):
    actor, application = sent
    draft = correct_application(actor=actor, application=application)
    draft.answers["home"] |= {"kind": "owned"}
    draft.save()
    submit_draft(actor=actor, draft=draft)

    assert "OWNER_COSTS" in {item.key for item, _name in papers_still_to_come(application)}

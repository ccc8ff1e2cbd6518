import datetime

import pytest

from applications.claim.model import PaperOnFile
from applications.enums import DocumentClass
from applications.models import Application, Draft
from applications.selectors.matter import matter_of, papers_of_matter, papers_still_to_come, proofs_beside
from applications.services.after_sending import add_to_application, correct_application
from applications.services.submit import submit_draft
from portal.cases.selectors import actor_for_user
from portal.documents.enums import DocumentStatus
from portal.documents.models import Document
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

    with django_assert_num_queries(2):
        assert matter_of(again) == [again, added, application]
    assert matter_of(application) == [again, added, application]


def test_papers_of_a_matter_are_those_with_a_file(sent):
    actor, application = sent
    added = supplement(actor, application, "ID_DOC:applicant")

    papers = papers_of_matter(application)

    assert lines(papers) == {("LEASE", None), ("UVG_NOTICE", "c1"), ("ID_DOC", "applicant")}
    assert {paper.received_on for paper in papers} == {added.received_at.date()}


def test_what_lay_in_the_file_before_lies_there_still(sent):
    _actor, application = sent
    filed_then = PaperOnFile(
        document_class=DocumentClass.BIRTH_CERT, person_id="c2", received_on=datetime.date(2026, 1, 2)
    )
    claim = build_p02().model_copy(update={"on_file": (filed_then,)})
    later = ApplicationFactory(case=application.case, claim=claim)
    Application.objects.filter(pk=later.pk).update(person=application.person, follows=application)

    [paper] = [each for each in papers_of_matter(application) if each.document_class == "BIRTH_CERT"]

    assert (paper.person_id, paper.received_on) == ("c2", datetime.date(2026, 1, 2))


def test_file_that_could_not_be_accepted_is_no_paper(sent):
    _actor, application = sent
    before = lines(papers_of_matter(application))
    Document.objects.filter(pk=Document.objects.order_by("created_at")[0].pk).update(status=DocumentStatus.REFUSED)

    assert before - lines(papers_of_matter(application)) == {("LEASE", None)}
    assert "LEASE" in {item.key for item, _name in papers_still_to_come(application)}


def test_papers_that_came_beside_are_those_of_the_others(sent):
    actor, application = sent
    added = supplement(actor, application, "ID_DOC:applicant")

    assert lines(proofs_beside(application)) == {("ID_DOC", "applicant")}
    assert lines(proofs_beside(added)) == {("LEASE", None), ("UVG_NOTICE", "c1")}


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

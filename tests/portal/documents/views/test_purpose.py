import pytest
from django.test import RequestFactory

from portal.cases.enums import Role
from portal.cases.models import Actor
from portal.documents.enums import Purpose
from portal.documents.models import Document
from portal.documents.views.purpose import KEY, keep_purpose, with_purpose

ACTOR = Actor(role=Role.CASEWORKER, purpose="case_work")


@pytest.fixture
def request_with_session():
    request = RequestFactory().get("/")
    request.session = {}
    return request


def test_purpose_holds_for_that_document_only(request_with_session):
    one, other = Document(is_restricted=True), Document(is_restricted=True)
    keep_purpose(request_with_session, one, Purpose.OBJECTION_CHECK)

    purposes = [with_purpose(request_with_session, ACTOR, document).purpose for document in (one, other)]

    assert purposes == ["objection_check", "case_work"]


def test_purpose_of_an_hour_ago_is_gone_and_forgotten(request_with_session):
    old, new = Document(is_restricted=True), Document(is_restricted=True)
    request_with_session.session[KEY] = {str(old.pk): ["special_need", 0]}

    assert with_purpose(request_with_session, ACTOR, old) == ACTOR
    keep_purpose(request_with_session, new, Purpose.SPECIAL_NEED)
    assert list(request_with_session.session[KEY]) == [str(new.pk)]


def test_other_documents_and_people_need_none(request_with_session):
    document, person = Document(is_restricted=True), Actor(role=Role.CLAIMANT)
    keep_purpose(request_with_session, document, Purpose.SPECIAL_NEED)

    assert with_purpose(request_with_session, person, document) == person
    assert with_purpose(request_with_session, ACTOR, Document(pk=document.pk)) == ACTOR

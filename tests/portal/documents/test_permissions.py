import pytest

from portal.cases.enums import Role, Scope
from portal.cases.models import Actor, system_actor
from portal.documents.models import Document
from portal.documents.permissions import may_open_now, may_remove, may_upload
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("scope", "allowed"), [(Scope.UPLOAD, True), (Scope.FILL_IN, False), (Scope.SEND, False)])
def test_upload_needs_its_own_scope(scope, allowed):
    case = CaseFactory()

    assert may_upload(Actor(role=Role.HELPER, scopes={case.pk: frozenset({scope})}), case.pk) is allowed


def test_staff_may_not_remove_and_the_system_may():
    document = DocumentFactory()
    staff = Actor(role=Role.ADMINISTRATOR, jobcenter_id=document.case.jobcenter_id)

    assert (may_remove(staff, document), may_remove(system_actor("test"), document)) == (False, True)


@pytest.mark.parametrize(
    ("opens", "purpose", "allowed"),
    [(False, "special_need", False), (True, "case_work", False), (True, "special_need", True)],
)
def test_restricted_document_is_opened_with_function_and_purpose(opens, purpose, allowed):
    document = Document(is_restricted=True)
    actor = Actor(role=Role.CASEWORKER, opens_restricted=opens, purpose=purpose)

    assert may_open_now(actor, document) is allowed


def test_person_and_portal_need_no_function():
    document = Document(is_restricted=True)

    assert [may_open_now(actor, document) for actor in (Actor(role=Role.CLAIMANT), system_actor("test"))] == [
        True,
        True,
    ]

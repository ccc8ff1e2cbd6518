import datetime

import pytest
from django.utils import timezone

from portal.cases.models import Person
from portal.desk.forms.representation import EndForm, ProofForm, RepresentationForm
from portal.documents.models import Document
from tests.factories.accounts import UserFactory
from tests.factories.cases import PersonFactory

pytestmark = pytest.mark.django_db
ADDRESS = "julia.berger@example.org"


def form(**fields):
    UserFactory(email=ADDRESS)
    person = PersonFactory()
    usual = {"person": person.pk, "kind": "representative", "holder_name": "Julia Berger", "email": ADDRESS}
    return RepresentationForm(usual | fields, persons=Person.objects.all(), documents=Document.objects.all())


def test_vollmacht_without_a_proof_waits():
    filled = form()

    assert filled.is_valid()
    assert (filled.proof, filled.document_pk, filled.starts_at, filled.ends_at) == (None, None, None, None)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"kind": "helper"}, "kind"),
        ({"kind": "guardian"}, "tasks"),
        ({"kind": "guardian", "tasks": ["gardening"]}, "tasks"),
        ({"email": "niemand@example.org"}, "email"),
        ({"email": "niemand"}, "email"),
        ({"since": "2090-02-01", "until": "2090-01-01"}, "until"),
        ({"until": "31.12."}, "until"),
        ({"person": "x"}, "person"),
        ({"proof_kind": "x"}, "proof_kind"),
    ],
    ids=str,
)
def test_wrong_answer_is_marked_at_its_field(fields, wrong):
    assert wrong in form(**fields).errors


def test_beginning_is_the_start_of_its_day():
    filled = form(since="2090-02-01")

    assert filled.is_valid()
    assert timezone.localtime(filled.starts_at).isoformat() == "2090-02-01T00:00:00+01:00"


def test_last_day_may_be_today():
    assert EndForm({"until": timezone.localdate().isoformat()}).is_valid()
    assert not EndForm({"until": (timezone.localdate() - datetime.timedelta(days=1)).isoformat()}).is_valid()


def test_check_needs_the_kind_of_proof():
    assert "proof_kind" in ProofForm({}, documents=Document.objects.none()).errors

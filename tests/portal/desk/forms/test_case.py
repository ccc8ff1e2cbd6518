import pytest
from django.http import QueryDict

from applications.enums import FindingState
from applications.models import Finding
from portal.desk.forms.case import FindingForm
from tests.factories.triage import FindingFactory

pytestmark = pytest.mark.django_db


def form_of(query):
    """The form of a card with the one finding there is."""
    finding = FindingFactory()
    return FindingForm(QueryDict(query.replace("PK", str(finding.pk))), findings=Finding.objects.all())


@pytest.mark.parametrize(
    ("state", "reason", "valid"),
    [
        ("resolved", "", True),
        ("asked", "", True),
        ("open", "", True),
        ("explained", "", False),
        ("not_relevant", "   ", False),
        ("not_relevant", "Altfall", True),
        ("gone", "Altfall", False),
    ],
)
def test_reason_is_asked_for_where_colleagues_need_it(state, reason, valid):
    assert form_of(f"finding=PK&state={state}&reason={reason}").is_valid() is valid


def test_form_gives_the_state_as_enum():
    form = form_of("finding=PK&state=asked&reason=")
    form.is_valid()

    assert form.cleaned_data["state"] is FindingState.ASKED


@pytest.mark.parametrize(("query", "number"), [("each=PK&all=on", 1), ("each=PK&finding=PK", 1), ("each=PK", 0)])
def test_marked_findings_are_meant_unless_all_are(query, number):
    form = form_of(f"{query}&state=asked")
    form.is_valid()

    assert len(form.cleaned_data.get("finding", ())) == number

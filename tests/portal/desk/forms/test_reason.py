import pytest

from portal.cases.enums import AccessReason, Role
from portal.desk.forms.reason import ReasonForm


@pytest.mark.parametrize(
    ("role", "may"), [(Role.CASEWORKER, False), (Role.TEAM_LEAD, True), (Role.ADMINISTRATOR, True)]
)
def test_only_who_leads_can_say_that_they_check(role, may):
    assert ReasonForm({"reason": "supervision"}, role=role).is_valid() is may


def test_reason_is_one_of_the_list():
    form = ReasonForm({"reason": "advice"}, role=Role.CASEWORKER)

    assert (form.is_valid(), form.cleaned_data["reason"]) == (True, AccessReason.ADVICE)


@pytest.mark.parametrize("said", ["", "neugierig"])
def test_nothing_and_anything_else_is_asked_again(said):
    form = ReasonForm({"reason": said}, role=Role.CASEWORKER)

    assert form.errors == {"reason": ["Bitte wählen Sie aus, warum Sie den Fall öffnen."]}

import pytest

from applications.enums import FindingState
from portal.desk.forms.case import FindingForm


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
    assert FindingForm({"state": state, "reason": reason}).is_valid() is valid


def test_form_gives_the_state_as_enum():
    form = FindingForm({"state": "asked", "reason": ""})
    form.is_valid()

    assert form.cleaned_data["state"] is FindingState.ASKED

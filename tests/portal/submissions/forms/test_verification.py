import pytest

from portal.submissions.domain.reference import new_reference
from portal.submissions.forms import VerificationForm


def test_code_is_cleaned_into_groups():
    form = VerificationForm({"code": " abcd1234efgh5678jkmn"})

    assert (form.is_valid(), form.cleaned_data) == (True, {"code": "ABCD-1234-EFGH-5678-JKMN"})


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (new_reference(), "Das ist die Vorgangsnummer."),
        ("ABCD", "Das ist kein vollständiger Prüfcode."),
        ("", "Bitte füllen Sie „Prüfcode“ aus."),
    ],
    ids=["reference", "short", "empty"],
)
def test_other_input_gets_a_hint(typed, hint):
    message = VerificationForm({"code": typed}).errors["code"][0]

    assert message[: len(hint)] == hint

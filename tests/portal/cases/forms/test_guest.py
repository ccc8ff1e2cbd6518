import pytest

from portal.cases.forms.guest import ResumeForm

CODE = "7KQ492FDXM3PTR82GH"


def error_of(typed):
    form = ResumeForm({"code": typed})
    return form.errors.get("code", [""])[0] if not form.is_valid() else ""


def test_code_cleans_to_its_signs():
    form = ResumeForm({"code": "7kq-492-fdx-m3p-tr8-2gh"})
    assert form.is_valid()
    assert form.cleaned_data == {"code": CODE}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Bitte füllen Sie „Ihr Code“ aus."),
        (CODE[:17], "Sie haben 17 eingegeben"),
        (CODE[:12], "nur Teil 1 aus der E-Mail"),
        (CODE[12:], "zuerst Teil 1"),
        ("ABCD-1234-EFGH-5678-JKMN", "Prüfcode einer Eingangsbestätigung"),
        (CODE[:16] + "AE", "kommen in keinem Code vor: A E"),
    ],
)
def test_what_is_no_code_is_told_what_is_wrong(typed, words):
    assert words in error_of(typed)

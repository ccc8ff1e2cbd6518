from portal.cases.enums import PaperRefusal
from portal.desk.forms.paper import PaperCheckForm


def test_yes_has_no_reason_and_no_has_one():
    for result, refusal in (("fits", None), ("not_signed", PaperRefusal.NOT_SIGNED)):
        form = PaperCheckForm({"result": result})
        assert form.is_valid()
        assert form.refusal() is refusal


def test_nothing_chosen_is_said():
    form = PaperCheckForm({})
    assert form.errors["result"] == ["Bitte wählen Sie aus, ob die Vollmacht passt."]

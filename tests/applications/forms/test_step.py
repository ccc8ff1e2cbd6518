from applications.catalogue.main_application import FORM
from applications.catalogue.main_application.you import NUMBERS
from applications.catalogue.walk import find, walk
from applications.forms.step import StepForm, form_class, initial_values
from tests.factories.personas import P02, P03, fresh


def page(stored, slug):
    return find(walk(FORM, stored), slug)


def test_form_class_is_made_once_per_step():
    first, second = (page(fresh(P03), "geld-applicant"), page(fresh(P03), "geld-p2"))

    assert form_class(first.step) is form_class(second.step)


def test_list_has_a_form_without_fields():
    assert form_class(page(fresh(P02), "personen").step) is StepForm


def test_fields_are_never_required_and_carry_the_reason():
    field = form_class(page({}, "name").step)().fields["birth_date"]

    assert (field.required, field.is_optional) == (False, False)
    assert str(field.why).startswith("Vom Alter hängt ab")


def test_voluntary_questions_are_marked():
    fields = form_class(page(fresh(P02), "schulden").step)().fields

    assert form_class(page({}, "name").step)().fields["birth_name"].is_optional is True
    assert fields["arrears_amount"].is_optional is False  # due when the answer before is yes


def test_reference_offers_the_people_of_the_answers():
    stored = fresh(P02)
    form = form_class(page(stored, "konto-a1").step)(people=FORM.names(FORM.read(stored)))

    assert form.fields["belongs_to"].choices == [("applicant", "Miriam Sander"), ("c1", "Ella"), ("c2", "Finn")]


def test_parents_of_a_child_are_looked_for_among_adults():
    stored = fresh(P03)
    stored["people"]["persons"][1]["relation"] = "grandparent"
    walked = walk(FORM, stored)
    form = form_class(find(walked, "kind-c2").step)(people=FORM.names(FORM.read(stored)), answers=FORM.read(stored))

    assert [person for person, _name in form.fields["parents"].choices] == ["applicant", "p2"]


def test_initial_values_leave_out_what_was_not_answered():
    stored = fresh(P02)
    step = page(stored, "name").step

    assert sorted(initial_values(step, stored["you"])) == ["birth_date", "first_name", "last_name"]


def test_hint_says_an_example_and_where_the_answer_stands():
    fields = form_class(NUMBERS)().fields
    hints = {name: [str(words) for words in (field.help_text, *field.more_hints)] for name, field in fields.items()}

    assert hints["tax_id"] == ["11 Ziffern", "Steht auf der Lohnabrechnung und im Steuerbescheid oben"]
    assert hints["pension_insurance_number"][0] == "Zum Beispiel 65 170839 J 003"


def test_forms_share_fields_but_never_the_people_on_offer():
    step = page(fresh(P02), "konto-a1").step
    first = form_class(step)(people={"applicant": "Miriam Sander"})
    second = form_class(step)(people={"applicant": "Petra Reuter"})

    assert first.fields["iban"] is second.fields["iban"]
    assert [name for _person, name in first.fields["belongs_to"].choices] == ["Miriam Sander"]
    assert [name for _person, name in second.fields["belongs_to"].choices] == ["Petra Reuter"]


def test_bound_form_leaves_shared_fields_as_they_were():
    step = page(fresh(P02), "konto-a1").step
    kept = {name: dict(vars(field)) for name, field in form_class(step).base_fields.items()}
    form = form_class(step)({"iban": "DE00"}, people={"applicant": "Miriam Sander"}, answers=FORM.read(fresh(P02)))

    assert form.errors
    assert str(form)
    assert {name: dict(vars(field)) for name, field in form_class(step).base_fields.items()} == kept

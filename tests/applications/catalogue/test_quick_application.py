from applications.catalogue.main_application import FORM as WHOLE
from applications.catalogue.progress import missing_in
from applications.catalogue.quick_application import FORM
from applications.catalogue.walk import walk

ADDRESS = {"no_fixed_dwelling": False, "street": "Lindenweg 7", "postcode": "00123", "city": "Musterstadt"}
NAMED = {"you": {"first_name": "Олена", "last_name": "Đặng", "birth_date": "1990-03-04"}, "home": ADDRESS}


def missing(answers):
    stored = {"urgent": {"dangers": []}, **answers}
    return [lack.question.key for page in walk(FORM, stored) for lack in missing_in(page, stored)]


def statements(**quick):
    return [str(words) for words in FORM.statements(FORM.read({"quick": quick}))]


def test_four_pages_of_questions():
    assert [page.slug for page in walk(FORM, {})] == ["hilfe", "sie", "adresse", "antrag"]


def test_danger_shows_help_at_once():
    assert [page.slug for page in walk(FORM, {"urgent": {"dangers": ["no_money"]}})][1] == "hilfe-sofort"


def test_what_the_whole_application_asks_too_is_the_same_question():
    whole = dict(WHOLE.questions())

    assert [path for path, question in FORM.questions() if whole.get(path) is not question] == [
        "quick.only_me",
        "quick.others",
        "quick.own_words",
    ]


def test_name_address_and_for_whom_are_enough():
    assert missing({**NAMED, "quick": {"only_me": True}}) == []


def test_who_applies_with_others_says_for_whom():
    assert missing({**NAMED, "quick": {"only_me": False}}) == ["others"]


def test_who_has_no_dwelling_gives_a_place_for_the_post_and_no_street():
    nowhere = {"no_fixed_dwelling": True, "postcode": "00123", "city": "Musterstadt"}

    assert missing({**NAMED, "home": nowhere, "quick": {"only_me": True}}) == ["care_of"]


def test_receipt_says_what_follows_and_names_no_deadline():
    said = statements(only_me=True)

    assert len(said) == 3
    assert said[0] == "Ihr Datum ist gesichert. Dafür müssen Sie nichts mehr tun."
    assert "den ganzen Antrag aus" in said[1]
    assert "§ 66 Abs. 3 SGB I" in said[2]


def test_receipt_names_the_others_and_other_languages_where_there_are_any():
    said = statements(only_me=False, others="2", own_words="أحتاج مساعدة")

    assert (len(said), "§ 38 Abs. 1 SGB II" in said[1], "§ 19 SGB X" in said[4]) == (5, True, True)

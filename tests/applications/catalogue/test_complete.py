from applications.catalogue.applicable import applicable
from applications.catalogue.complete import complete
from applications.catalogue.main_application import FORM
from applications.catalogue.progress import missing_in
from applications.catalogue.walk import walk
from tests.factories.personas import P03, fresh


def test_what_is_needed_and_missing_becomes_no_or_none_of_these():
    answers = complete(FORM, {"you": {"first_name": "Jo"}})

    assert (answers["you"]["represented"], answers["urgent"]["dangers"]) == (False, [])
    assert answers["work"]["people"] == [
        {
            "id": "applicant",
            "fit_for_work": False,
            "education": None,
            "self_employed": False,
            "has_income": False,
        }
    ]


def test_what_only_words_can_say_stays_missing():
    answers = complete(FORM, {})
    lacking = [lack.question.key for page in walk(FORM, answers) for lack in missing_in(page, answers) if lack.question]

    assert lacking[:4] == ["first_name", "last_name", "birth_date", "birth_place"]


def test_what_was_said_is_never_changed():
    said = {"you": {"represented": True}, "people": {"lives_alone": None}, "home": {"arrears": None}}
    said["home"] |= {"kind": "rented", "has_costs": True}
    answers = complete(FORM, said)

    assert (answers["you"]["represented"], answers["people"]["lives_alone"]) == (True, None)
    assert (answers["home"]["arrears"], answers["home"]["eviction_threat"]) == (None, False)
    assert said["home"] == {"arrears": None, "kind": "rented", "has_costs": True}


def test_complete_answers_stay_as_they_are():
    assert complete(FORM, P03) == fresh(P03)


def test_only_pages_that_apply_are_answered():
    answers = complete(FORM, {"you": {"first_name": "Jo"}, "people": {"lives_alone": True}})

    assert {key: part for key, part in applicable(walk(FORM, answers), answers).items() if part} == answers

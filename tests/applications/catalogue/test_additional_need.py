from applications.catalogue.additional_need import FORM
from applications.catalogue.carry import carried_over
from applications.catalogue.main_application import FORM as MAIN
from applications.catalogue.walk import walk
from tests.factories.personas import P02, fresh


def pages(**sections):
    return [page.slug for page in walk(FORM, sections) if page.section.key not in {"you", "evidence", "closing"}]


def test_who_lives_alone_is_asked_about_oneself_only():
    assert pages(household={"lives_alone": True, "others": [{"id": "c1"}]}) == [
        "andere",
        "situation-applicant",
        "zusammen",
        "adresse",
    ]


def test_every_situation_has_its_page():
    situations = ["pregnant", "diet", "disability", "school_books", "special"]
    asked = pages(situations={"people": [{"id": "applicant", "situations": situations}]})

    assert [slug.removesuffix("-applicant") for slug in asked if slug.endswith("-applicant")] == [
        "situation",
        "schwangerschaft",
        "ernaehrung",
        "behinderung",
        "schulbuecher",
        "bedarf",
        "bedarf-warum",
    ]


def test_needs_of_the_household_have_their_pages():
    asked = pages(living={"household_needs": ["single_parent", "hot_water"]})

    assert asked[-4:] == ["alleinerziehend", "warmwasser", "adresse", "heizkosten"]


def test_what_it_asks_does_not_take_the_place_of_what_a_renewal_begins_with():
    sent = {"situations": {"people": [{"id": "applicant", "situations": []}]}, "household": {"others": [{"id": "c1"}]}}
    before = carried_over(MAIN, [fresh(P02)])

    assert carried_over(MAIN, [sent, fresh(P02)]) == before

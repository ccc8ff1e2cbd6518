import pytest

from applications.catalogue.applicable import applicable
from applications.catalogue.complete import complete
from applications.catalogue.main_application import FORM
from applications.catalogue.progress import SectionState, missing_in, progress
from applications.catalogue.walk import walk
from portal.desk.management.samples import sample_households

HOUSEHOLDS = {household["email"]: household for household in sample_households()}


@pytest.mark.parametrize("email", HOUSEHOLDS)
def test_household_answers_every_needed_question(email):
    stored = complete(FORM, HOUSEHOLDS[email]["answers"])
    walked = walk(FORM, stored)

    assert [(lack.instance.slug, lack.question) for page in walked for lack in missing_in(page, stored)] == []
    assert {part.state for part in progress(walked, stored)} == {SectionState.DONE}


@pytest.mark.parametrize("email", HOUSEHOLDS)
def test_household_holds_nothing_that_is_not_asked(email):
    stored = complete(FORM, HOUSEHOLDS[email]["answers"])
    asked = applicable(walk(FORM, stored), stored)

    assert {key: part for key, part in asked.items() if part} == {
        key: part for key, part in stored.items() if key != "seen"
    }


def test_one_household_is_not_done_yet_and_its_open_sections_exist():
    still_open = {email: household["open"] for email, household in HOUSEHOLDS.items() if household["open"]}

    assert still_open == {"miriam.sander@example.org": ["insurance", "bank", "past", "closing"]}
    assert set(still_open["miriam.sander@example.org"]) < {section.key for section in FORM.sections}

from applications.catalogue.applicable import applicable
from applications.catalogue.left_out import left_out
from applications.catalogue.main_application import FORM
from applications.catalogue.walk import walk
from tests.factories.personas import P02, fresh


def blocks(answers):
    counted = applicable(walk(FORM, answers), answers)
    found = left_out(FORM, answers, counted, FORM.names(FORM.read(answers)))
    return [(block.title, [(str(entry.label), entry.value) for entry in block.entries]) for block in found]


def test_nothing_is_left_out_of_answers_that_apply():
    assert blocks(fresh(P02)) == []


def test_answer_of_a_page_that_no_longer_applies_is_named():
    answers = fresh(P02)
    answers["you"] |= {"nationality": "DE", "residence_title": "Aufenthaltserlaubnis"}

    assert blocks(answers) == [
        ("Ihr Aufenthalt in Deutschland", [("Art des Aufenthaltstitels", "Aufenthaltserlaubnis")])
    ]


def test_things_in_a_list_that_no_longer_applies_are_named():
    answers = fresh(P02)
    answers["people"]["persons"] = []  # without what hangs on them being removed

    assert ("Betrag im Monat", "227,00\xa0Euro") in [entry for _title, entries in blocks(answers) for entry in entries]

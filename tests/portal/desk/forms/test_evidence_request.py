import datetime

import pytest
from django.http import QueryDict

from applications.enums import DocumentClass
from portal.desk.forms.evidence_request import ItemForm, LetterForm, initial_of, item_forms, trouble_with
from portal.law.periods import Place
from tests.factories.evidence import STATEMENTS

TODAY = datetime.date(2026, 11, 26)
BERLIN, BAVARIA = Place("BE"), Place("BY", frozenset({datetime.date(2026, 12, 17)}))


@pytest.mark.parametrize(
    ("day", "place", "is_confirmed", "words"),
    [
        ("2026-12-14", BERLIN, False, ""),
        ("2026-12-12", BERLIN, False, "Der nächste Werktag ist Montag, 14. Dezember 2026."),
        ("2026-12-17", BAVARIA, False, "ist kein Werktag"),
        ("2026-12-17", BERLIN, False, ""),
        ("2026-11-30", BERLIN, False, "frühestens der 10. Dezember 2026"),
        ("2026-11-30", BERLIN, True, ""),
        ("2026-11-26", BERLIN, True, "schon da oder vorbei"),
    ],
)
def test_last_day(day, place, is_confirmed, words):
    said = str(trouble_with(datetime.date.fromisoformat(day), TODAY, place, is_confirmed=is_confirmed))

    assert words in said.replace("\xa0", " ")
    assert bool(words) == bool(said)


def test_hint_forgets_its_deadline():
    form = LetterForm({"kind": "hint", "deadline": "2026-11-01"}, today=TODAY, place=BERLIN)

    assert form.is_valid()
    assert form.cleaned_data["deadline"] is None


def test_statements_never_go_without_the_notice():
    form = ItemForm(
        {"is_asked": "on", "what": "Kontoauszüge", "document_class": DocumentClass.BANK_STATEMENT}, persons=[]
    )

    assert form.is_valid()
    assert form.draft().may_blacken


def test_what_is_asked_for_has_a_name():
    assert not ItemForm({"is_asked": "on"}, persons=[]).is_valid()
    assert ItemForm({}, persons=[]).is_valid()


def test_typed_values_begin_new_forms():
    data = QueryDict(mutable=True)
    data.update({"punkt-TOTAL_FORMS": "1", "punkt-INITIAL_FORMS": "0", "punkt-0-what": "Brief"})

    typed = item_forms(data, initial=[], persons=[]).typed()

    assert (typed[0]["what"], typed[0]["is_asked"]) == ("Brief", False)


def test_draft_and_form_hold_the_same():
    form = ItemForm({**initial_of(STATEMENTS), "is_asked": "on", "finding": "", "item": ""}, persons=[])

    assert form.is_valid()
    assert form.draft() == STATEMENTS

import datetime

import pytest

from applications.domain.local_settings import (
    copied,
    form_in_words,
    forms_with_papers,
    number_new,
    optional_forms,
    place_in_words,
    places_for_hints,
    places_for_questions,
    problems,
    problems_of_form,
    problems_of_hint,
    problems_of_paper,
    problems_of_question,
)
from applications.models import LocalSettings
from tests.factories.accounts import JobcenterFactory, TeamFactory
from tests.factories.local_settings import (
    LONG_AGO,
    LocalFormFactory,
    LocalHintFactory,
    LocalPaperFactory,
    LocalQuestionFactory,
    LocalSettingsFactory,
    in_force,
)

TODAY = datetime.date(2026, 11, 26)


def fields(found):
    return [field for field, _sentence in found]


def test_places_are_sections_and_pages_of_every_form(toy):
    questions = dict(places_for_questions()[-1][1])
    hints = dict(places_for_hints()[-1][1])

    assert questions == {"toy.you": "Sie"}
    assert list(hints) == ["toy.you", "toy.you.name", "toy.you.kontakt", "toy.evidence", "toy.evidence.unterlagen"]
    assert place_in_words("toy.you.name") == "Spielzeug, Wie heißen Sie?"
    assert place_in_words("toy.x") == "toy.x"
    assert (form_in_words("toy"), form_in_words("x")) == ("Spielzeug", "x")


def test_main_application_cannot_be_switched_off(toy):
    assert "main_application" not in dict(optional_forms())
    assert {"toy", "main_application"} <= set(dict(forms_with_papers()))
    assert fields(problems_of_form(LocalFormFactory.build(form_key="main_application"), teams=0)) == ["form_key"]
    assert fields(problems_of_form(LocalFormFactory.build(form_key="x"), teams=0)) == ["form_key"]


@pytest.mark.parametrize(("state", "teams", "wrong"), [("off", 0, []), ("off", 1, ["teams"]), ("pilot", 0, ["teams"])])
def test_teams_belong_to_a_pilot(toy, state, teams, wrong):
    assert fields(problems_of_form(LocalFormFactory.build(state=state), teams=teams)) == wrong


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({}, []),
        ({"place": "main_application.x"}, ["place"]),
        ({"place": "main_application.evidence"}, ["place"]),
        ({"place": "main_application.you.name"}, ["place"]),
        ({"kind": "choice", "options": "Ja"}, ["options"]),
        ({"kind": "choice", "options": "\n".join("abcdefghijklmnopqrstu")}, ["options"]),
        ({"kind": "choice", "options": "Ja\n" + "n" * 121}, ["options"]),
        ({"kind": "choice", "options": "Ja\nNein"}, []),
        ({"options": "Ja\nNein"}, ["options"]),
    ],
)
def test_question_says_what_is_wrong(values, wrong):
    assert fields(problems_of_question(LocalQuestionFactory.build(**values))) == wrong


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({}, []),
        ({"title": ""}, ["title"]),
        ({"document_class": "LEASE"}, ["title"]),
        ({"document_class": "LEASE", "title": ""}, []),
        ({"form_key": "x"}, ["form_key"]),
        ({"document_class": "WEG", "title": ""}, ["document_class"]),
    ],
)
def test_paper_says_what_is_wrong(values, wrong):
    assert fields(problems_of_paper(LocalPaperFactory.build(**values))) == wrong


def test_hint_needs_a_place_that_is_there():
    assert fields(problems_of_hint(LocalHintFactory.build(place="main_application.evidence"))) == []
    assert fields(problems_of_hint(LocalHintFactory.build(place="main_application.you.x"))) == ["place"]


@pytest.mark.django_db
def test_version_is_ready_when_its_day_has_not_passed_and_every_row_is_right():
    settings = LocalSettingsFactory(valid_from=TODAY)
    LocalQuestionFactory(settings=settings)

    assert problems(settings, today=TODAY) == ()


@pytest.mark.django_db
def test_version_names_every_problem():
    settings = LocalSettingsFactory(valid_from=LONG_AGO)
    LocalQuestionFactory(settings=settings, place="main_application.weg")
    LocalFormFactory(settings=settings, form_key="main_application")
    found = problems(settings, today=TODAY)

    assert len(found) == 3
    assert found[0].startswith("„gilt ab“ liegt in der Vergangenheit.")
    assert found[1].startswith("Haben Sie einen Hund?: Diesen Abschnitt gibt es im Formular nicht mehr.")


@pytest.mark.django_db
def test_number_and_key_go_on_and_are_short():
    house = JobcenterFactory(slug="ein-wirklich-sehr-langer-kurzname")
    number_new(first := LocalSettings(jobcenter=house))
    first.save()
    number_new(second := LocalSettings(jobcenter=house))

    assert (first.number, second.number) == (1, 2)
    assert first.key != second.key
    assert len(f"2026.12+{second.key}") <= 40


@pytest.mark.django_db
def test_copy_has_everything_and_the_old_one_keeps_it():
    settings = LocalSettingsFactory()
    question = LocalQuestionFactory(settings=settings)
    LocalPaperFactory(settings=settings)
    LocalHintFactory(settings=settings)
    team = TeamFactory(jobcenter=settings.jobcenter)
    LocalFormFactory(settings=settings, state="pilot", teams=[team])
    in_force(settings)
    copy = copied(settings, valid_from=TODAY)

    assert (copy.number, copy.valid_from, copy.is_published) == (2, TODAY, False)
    assert [(each.key, each.label) for each in copy.questions.all()] == [(question.key, question.label)]
    assert [each.count() for each in (copy.papers, copy.hints, copy.forms)] == [1, 1, 1]
    assert list(copy.forms.get().teams.all()) == [team]
    assert [each.count() for each in (settings.questions, settings.papers, settings.hints)] == [1, 1, 1]
    assert list(settings.forms.get().teams.all()) == [team]

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, InternalError, transaction

from applications.models import LocalSettings
from applications.models.local_settings import validate_plain
from tests.factories.accounts import JobcenterFactory, TeamFactory
from tests.factories.local_settings import (
    LocalFormFactory,
    LocalHintFactory,
    LocalPaperFactory,
    LocalQuestionFactory,
    LocalSettingsFactory,
    in_force,
)

pytestmark = pytest.mark.django_db
ROWS = [LocalQuestionFactory, LocalPaperFactory, LocalHintFactory, LocalFormFactory]


def refused(change):
    with pytest.raises(InternalError), transaction.atomic():
        change()


def test_published_version_neither_changes_nor_goes():
    settings = in_force(LocalSettingsFactory())
    settings.note = "anders"

    refused(settings.save)
    refused(settings.delete)


@pytest.mark.parametrize("row", ROWS)
def test_rows_of_a_published_version_stay(row):
    stored = row()
    settings = in_force(stored.settings)

    refused(stored.save)
    refused(stored.delete)
    refused(lambda: row(settings=settings))


@pytest.mark.parametrize("row", ROWS)
def test_rows_of_a_version_in_work_can_be_changed(row):
    stored = row()
    stored.save()
    stored.settings.delete()

    assert LocalSettings.objects.count() == 0


def test_team_of_a_published_pilot_can_go():
    team = TeamFactory()
    in_force(LocalFormFactory(teams=[team]).settings)

    team.delete()

    assert LocalSettings.objects.get().forms.get().teams.count() == 0


def test_one_version_at_a_time_is_in_work():
    house = JobcenterFactory()
    in_force(LocalSettingsFactory(jobcenter=house))
    LocalSettingsFactory(jobcenter=house, number=2)

    with pytest.raises(IntegrityError):
        LocalSettingsFactory(jobcenter=house, number=3)


def test_place_has_its_parts():
    question, hint = LocalQuestionFactory.build(), LocalHintFactory.build(place="main_application.you.name")

    assert (question.form_key, question.section, question.step) == ("main_application", "you", "")
    assert (hint.form_key, hint.section, hint.step) == ("main_application", "you", "name")


def test_choices_are_one_for_each_line():
    assert LocalQuestionFactory.build(options=" Ja \r\n\nNein\nJa").choices == ("Ja", "Nein")


@pytest.mark.parametrize("text", ["<b>Hund</b>", "Hund<br>", "Hund &nbsp; Katze", "<!-- -->", "&#39;"])
def test_html_is_refused(text):
    with pytest.raises(ValidationError):
        validate_plain(text)


@pytest.mark.parametrize("text", ["Weniger als < 3 Hunde?", "Hund & Katze; Maus", "a<3"])
def test_plain_text_is_not(text):
    validate_plain(text)

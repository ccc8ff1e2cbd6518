"""What local settings may say, which places of forms they may name, and how a new version begins."""

import secrets
from collections.abc import Iterator
from datetime import date

from django.db.models import Max, Model
from django.utils.translation import gettext as _

from applications.catalogue.compose import current_forms
from applications.catalogue.outline import outline, takes_questions
from applications.catalogue.structure import ApplicationType
from applications.enums import DocumentClass, LocalFormState, LocalQuestionKind
from applications.models import LocalForm, LocalHint, LocalPaper, LocalQuestion, LocalSettings

LONGEST_OPTION = 120  # characters: longer ones are no answer but an explanation
MOST_OPTIONS = 20
Named = list[tuple[str, str]]  # value and words


def places_for_questions() -> list[tuple[str, Named]]:
    """Where a question may stand: by form, `form.section` with the section's title."""
    return [
        (
            str(form.title),
            [(f"{form.key}.{each.key}", str(each.title)) for each in form.sections if takes_questions(each)],
        )
        for form in current_forms()
    ]


def places_for_hints() -> list[tuple[str, Named]]:
    """Where a hint may stand: sections and their pages."""
    return [(str(form.title), _places(form)) for form in current_forms()]


def paper_kinds() -> Named:
    """Papers that the portal knows, "other" last."""
    return [(value, str(words)) for value, words in DocumentClass.choices]


def forms_with_papers() -> Named:
    """Forms that have a page for papers."""
    return [(form.key, str(form.title)) for form in current_forms() if form.asks_for_papers]


def optional_forms() -> Named:
    """Forms that a jobcenter may switch off: those without which nobody loses money or time."""
    return [(form.key, str(form.title)) for form in current_forms() if form.is_optional]


def problems_of_question(row: LocalQuestion) -> Iterator[tuple[str, str]]:
    """Field and sentence for everything that is wrong with a question."""
    if row.place not in _values(places_for_questions()):
        yield "place", _("Diesen Abschnitt gibt es im Formular nicht mehr. Bitte wählen Sie einen anderen.")
    is_choice = row.kind == LocalQuestionKind.CHOICE
    if is_choice and not 2 <= len(row.choices) <= MOST_OPTIONS:  # noqa: PLR2004 -- one answer is no choice
        words = _("Bitte nennen Sie 2 bis %(most)s Antworten, jede in einer eigenen Zeile.")
        yield "options", words % {"most": MOST_OPTIONS}
    if any(len(option) > LONGEST_OPTION for option in row.choices):
        yield "options", _("Eine Antwort ist zu lang. Möglich sind %(number)s Zeichen.") % {"number": LONGEST_OPTION}
    if row.choices and not is_choice:
        yield "options", _("Antworten zur Auswahl gehören nur zur Art „Auswahl“.")


def problems_of_paper(row: LocalPaper) -> Iterator[tuple[str, str]]:
    """Field and sentence for everything that is wrong with a paper."""
    if row.form_key not in dict(forms_with_papers()):
        yield "form_key", _("Dieses Formular hat keine Seite für Unterlagen.")
    if row.document_class not in DocumentClass.values:
        yield "document_class", _("Diese Unterlage gibt es in der Liste nicht mehr. Bitte wählen Sie eine andere.")
    has_own_name = row.document_class == DocumentClass.OTHER
    if has_own_name and not row.title:
        yield "title", _("Bitte wählen Sie eine Unterlage aus der Liste oder geben Sie ihr einen Namen.")
    if row.title and not has_own_name:
        yield "title", _("Einen eigenen Namen hat nur „Andere Unterlage“. Bitte lassen Sie das Feld leer.")


def problems_of_hint(row: LocalHint) -> Iterator[tuple[str, str]]:
    """Field and sentence for everything that is wrong with a hint."""
    if row.place not in _values(places_for_hints()):
        yield "place", _("Diese Stelle gibt es im Formular nicht mehr. Bitte wählen Sie eine andere.")


def problems_of_form(row: LocalForm, *, teams: int) -> Iterator[tuple[str, str]]:
    """Field and sentence for everything that is wrong with a switch; ``teams`` is how many are chosen."""
    if row.form_key not in dict(optional_forms()):
        yield "form_key", _("Dieses Formular kann nicht abgeschaltet werden. Alle müssen es benutzen können.")
    if row.state == LocalFormState.PILOT and not teams:
        yield "teams", _("Bitte wählen Sie mindestens ein Team für die Erprobung.")
    if row.state == LocalFormState.OFF and teams:
        yield "teams", _("Teams gehören nur zur Erprobung. Bitte wählen Sie hier keines.")


def problems(settings: LocalSettings, *, today: date) -> tuple[str, ...]:
    """Why a version cannot be put into force, one sentence each; forms may have changed since it was typed."""
    found = [_("„gilt ab“ liegt in der Vergangenheit. Bitte nennen Sie heute oder einen späteren Tag.")]
    found = found if settings.valid_from < today else []
    rows: list[tuple[Model, Iterator[tuple[str, str]]]] = [
        *((row, problems_of_question(row)) for row in settings.questions.all()),
        *((row, problems_of_paper(row)) for row in settings.papers.all()),
        *((row, problems_of_hint(row)) for row in settings.hints.all()),
        *((row, problems_of_form(row, teams=row.teams.count())) for row in settings.forms.all()),
    ]
    return (*found, *(f"{row}: {sentence}" for row, those in rows for _field, sentence in those))


def place_in_words(place: str) -> str:
    """`Antrag auf Grundsicherungsgeld, Wohnen`; the place itself when there is no such place any more."""
    titles = [(title, dict(places)) for title, places in places_for_hints()]
    return next((f"{title}, {places[place].strip('– ')}" for title, places in titles if place in places), place)


def form_in_words(form_key: str) -> str:
    """The title of a form; its key when there is none any more."""
    return next((str(form.title) for form in current_forms() if form.key == form_key), form_key)


def number_new(settings: LocalSettings) -> None:
    """Give a version that is not stored yet its number and key. The key is short: it goes into every receipt."""
    house = settings.jobcenter
    last = LocalSettings.objects.filter(jobcenter=house).aggregate(last=Max("number"))["last"] or 0
    settings.number = last + 1
    settings.key = f"{house.slug[:12]}-{house.pk.hex[:6]}-{settings.number}"


def new_key() -> str:
    """A key for a question or paper that no other has."""
    return f"local_{secrets.token_hex(5)}"


def copied(settings: LocalSettings, *, valid_from: date) -> LocalSettings:
    """A new version, not published, with everything the other has. Keys stay: it is the same question as before."""
    copy = LocalSettings(jobcenter=settings.jobcenter, valid_from=valid_from)
    number_new(copy)
    copy.save(force_insert=True)
    for related in (settings.questions, settings.papers, settings.hints):
        for row in related.all():
            _copy_row(row, copy)
    for switch in settings.forms.all():
        teams = list(switch.teams.all())  # before the row becomes another one
        _copy_row(switch, copy)
        switch.teams.set(teams)
    return copy


def _copy_row(row: LocalQuestion | LocalPaper | LocalHint | LocalForm, settings: LocalSettings) -> None:
    """Store the row once more, with another version and a new id."""
    row.pk = row._meta.pk.get_default()
    row.settings = settings
    row.save(force_insert=True)


def _places(form: ApplicationType) -> Named:
    pages = outline(form)
    found: Named = []
    for section in form.sections:
        found.append((f"{form.key}.{section.key}", str(section.title)))
        found += [
            (f"{form.key}.{section.key}.{page.slug}", f"– {page.step.title}")
            for page in pages
            if page.section is section
        ]
    return found


def _values(groups: list[tuple[str, Named]]) -> set[str]:
    return {value for _title, places in groups for value, _words in places}

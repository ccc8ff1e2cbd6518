"""What the start page offers and answers."""

# ruff: noqa: E501 -- texts stay in one line, so that they can be read and found

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from portal.cases.enums import Scope

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Action(Struct, frozen=True, kw_only=True):
    """One of the big entries. The first of ``addresses`` that exists is linked; without any the entry is left out."""

    title: _StrPromise
    text: _StrPromise
    icon: str
    addresses: tuple[str, ...]


class Question(Struct, frozen=True, kw_only=True):
    """A common question with its answer."""

    title: _StrPromise
    text: _StrPromise


ACTIONS: Final = (
    Action(
        title=_("Antrag stellen"),
        text=_("Grundsicherungsgeld beantragen. Sie können jederzeit unterbrechen und Unterlagen später schicken."),
        icon="edit",
        addresses=("/antrag/",),
    ),
    Action(
        title=_("Postfach"),
        text=_("Nachrichten von uns und Ihre Eingangsbestätigungen lesen."),
        icon="mail",
        addresses=("/postfach/",),
    ),
    Action(
        title=_("Meine Unterlagen"),
        text=_("Sehen, was Sie hochgeladen haben und was schon bei uns ist."),
        icon="draft",
        addresses=("/unterlagen/",),
    ),
    Action(
        title=_("Termin und Kontakt"),
        text=_("Mit uns sprechen: am Telefon, bei uns im Haus oder mit einem Termin."),
        icon="calendar-today",
        addresses=("/termine/", "/kontakt/"),
    ),
    Action(
        title=_("Sich helfen lassen"),
        text=_("Jemanden einladen, der für Sie ausfüllt oder Unterlagen schickt. Ohne Ihr Passwort weiterzugeben."),
        icon="account-circle",
        addresses=("/hilfe/",),
    ),
    Action(
        title=_("Anderen helfen"),
        text=_("Für Eltern, Freunde oder Nachbarn etwas erledigen."),
        icon="help",
        addresses=("/helfen/",),
    ),
)

ACTIONS_FOR_SOMEBODY: Final = (
    (
        frozenset({Scope.FILL_IN}),
        Action(
            title=_("Antrag ausfüllen"),
            text=_("Anfangen und weiter ausfüllen. Jede Seite wird gespeichert."),
            icon="edit",
            addresses=("/antrag/",),
        ),
    ),
    (
        frozenset({Scope.UPLOAD}),
        Action(
            title=_("Unterlagen schicken"),
            text=_("Fotos oder PDF-Dateien hochladen. Die Person sieht sie in ihrem Konto."),
            icon="drive-folder-upload",
            addresses=("/unterlagen/schicken/",),
        ),
    ),
    (
        frozenset({Scope.READ_POSTBOX}),
        Action(
            title=_("Postfach"),
            text=_("Nachrichten und Eingangsbestätigungen lesen."),
            icon="mail",
            addresses=("/postfach/",),
        ),
    ),
    (
        frozenset({Scope.FILL_IN, Scope.READ_POSTBOX}),
        Action(
            title=_("Unterlagen ansehen"),
            text=_("Sehen, was hochgeladen ist und was schon beim Jobcenter ist."),
            icon="draft",
            addresses=("/unterlagen/",),
        ),
    ),
)

QUESTIONS: Final = (
    Question(
        title=_("Ab wann zählt mein Antrag?"),
        text=_(
            "Es zählt der Tag, an dem Sie den Antrag abschicken, auch nachts und am Wochenende. Der Antrag gilt dann vom Ersten dieses Monats an (§ 37 SGB II). Nur speichern reicht nicht."
        ),
    ),
    Question(
        title=_("Mir fehlen noch Unterlagen. Soll ich warten?"),
        text=_(
            "Nein. Schicken Sie den Antrag sofort ab. Unterlagen können Sie später nachreichen. Wir sagen Ihnen, was noch fehlt."
        ),
    ),
    Question(
        title=_("Kostet das etwas?"),
        text=_("Nein. Der Antrag und unsere Beratung kosten nichts (§ 64 SGB X)."),
    ),
    Question(
        title=_("Kann mir jemand helfen?"),
        text=_(
            "Ja. Eine Person, der Sie vertrauen, darf Ihnen beim Ausfüllen helfen und Sie zu Gesprächen begleiten (§ 13 SGB X). Laden Sie sie im Portal ein: Dann hat sie einen eigenen Zugang, und Sie sehen, was sie tut. Auch wir helfen Ihnen, am Telefon und vor Ort."
        ),
    ),
    Question(
        title=_("Ich möchte nichts online machen."),
        text=_(
            "Das müssen Sie nicht. Ein Antrag ist auch am Telefon, per Brief oder bei uns im Haus möglich. Sie haben dadurch keinen Nachteil."
        ),
    ),
)

"""First pages of the change notice: what has changed, and what cannot wait."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.change_notice.kinds import TELLING_BASIS, told
from applications.catalogue.kinds import Date, LongText, Several, Text, YesNo
from applications.catalogue.structure import Page, Step
from applications.enums import ChangeKind, DocumentClass

WHAT = Step(
    "aenderung",
    _("Was hat sich geändert?"),
    (
        Several(
            "changes",
            _("Kreuzen Sie alles an, was sich geändert hat oder bald ändert."),
            help=_("Wir fragen dann nur danach. Ist nichts davon richtig? Nehmen Sie „Etwas anderes“."),
            why=_("Von manchen Änderungen hängt ab, wie viel Geld Sie bekommen: mal mehr, mal weniger."),
            basis=TELLING_BASIS,
            options=ChangeKind,
        ),
    ),
)

WAIT = Step(
    "warten",
    _("Kann ich damit warten?"),
    tells=(
        _(
            "Bitte warten Sie nicht. Sagen Sie uns jede Änderung gleich, am besten am selben Tag. Die Unterlagen "
            "können später kommen."
        ),
        _(
            "Besonders eilig sind: neue Arbeit und der erste Lohn, Ende einer Arbeit, neues Geld von anderen Stellen, "
            "Einzug oder Auszug, Umzug, ein neues Konto."
        ),
        _(
            "Warum so schnell? Wenn wir es spät erfahren, zahlen wir vielleicht zu viel. Das müssten Sie dann "
            "zurückzahlen. Und wenn Ihnen mehr zusteht, können wir früher mehr zahlen."
        ),
        _(
            "Vorher fragen müssen Sie in zwei Fällen: bevor Sie einen neuen Mietvertrag unterschreiben und bevor Sie "
            "wegfahren. Sie sind schon zu spät? Sagen Sie es uns trotzdem."
        ),
    ),
    page=Page.NOTICE,
)

SIGNED = Step(
    "mietvertrag",
    _("Ihr Umzug"),
    (
        YesNo(
            "lease_signed",
            _("Haben Sie den Mietvertrag für die neue Wohnung schon unterschrieben?"),
            why=_(
                "Wenn nicht, können Sie noch um Zustimmung bitten, und wir prüfen die neue Miete vorher. "
                "Wenn ja, fragen wir gleich nach der neuen Wohnung."
            ),
            basis="§ 22 Abs. 4 SGB II",
            proof_if_there=(DocumentClass.REGISTRATION_CERT,),
        ),
    ),
    when=_("wenn Sie umziehen oder umgezogen sind"),
    applies_when=told(ChangeKind.MOVE),
)

ASK_FIRST = Step(
    "erst-fragen",
    _("Bitte noch nicht unterschreiben"),
    tells=(
        _(
            "Fragen Sie uns, bevor Sie den Mietvertrag unterschreiben. Wir prüfen, ob wir die neue Miete ganz "
            "übernehmen können. Das heißt „Zusicherung“ (§ 22 Abs. 4 SGB II)."
        ),
        _(
            "Ohne Zusicherung zahlen wir nach dem Umzug vielleicht nicht die ganze Miete, und meistens weder Kaution "
            "noch Umzug. Sie sind unter 25 und ziehen zum ersten Mal aus? Dann ist die Zusicherung besonders wichtig "
            "(§ 22 Abs. 5 SGB II)."
        ),
        _(
            "So geht es: Nehmen Sie das Formular „Zustimmung zu einem Umzug“ und warten Sie auf unsere Antwort. Eilt "
            "es? Rufen Sie an."
        ),
    ),
    page=Page.NOTICE,
    when=_("wenn Sie umziehen und der Mietvertrag noch nicht unterschrieben ist"),
    applies_when=lambda answers: told(ChangeKind.MOVE)(answers) and answers.change.lease_signed is False,
)

NAME = Step(
    "neuer-name",
    _("Name oder Familienstand"),
    (
        Text(
            "former_name",
            _("Falls Sie jetzt anders heißen: Wie hießen Sie bisher?"),
            help=_("Den neuen Namen tragen Sie auf der Seite „Wie heißen Sie?“ ein."),
            required=False,
            proof_if_there=(DocumentClass.ID_DOC,),
        ),
        Date("name_since", _("Seit wann?"), help=_("Der ungefähre Tag reicht."), required=False),
    ),
    when=_("wenn sich Name oder Familienstand geändert hat"),
    applies_when=told(ChangeKind.NAME),
)

ABSENCE = Step(
    "abwesend",
    _("Sie waren nicht zu Hause"),
    (
        Date("away_since", _("Vom"), help=_("Der ungefähre Tag reicht.")),
        Date("away_until", _("Bis"), help=_("Wenn Sie noch weg sind: wann kommen Sie zurück?")),
        LongText("away_reason", _("Möchten Sie etwas dazu sagen?"), required=False),
    ),
    intro=_(
        "Sie möchten erst noch wegfahren? Dann brechen Sie hier ab und nehmen das Formular „Wegfahren: um Zustimmung "
        "bitten“. Fahren Sie bitte erst, wenn wir zugestimmt haben."
    ),
    when=_("wenn Sie nicht zu Hause waren"),
    applies_when=told(ChangeKind.ABSENCE),
)

OTHER = Step(
    "etwas-anderes",
    _("Etwas anderes"),
    (
        LongText("other_text", _("Was hat sich geändert?"), help=_("Ein paar Sätze reichen.")),
        Date("other_since", _("Seit wann?"), help=_("Der ungefähre Tag reicht.")),
    ),
    when=_("wenn sich etwas anderes geändert hat"),
    applies_when=told(ChangeKind.OTHER),
)

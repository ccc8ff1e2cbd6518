"""Section "Besondere Situationen": what can mean more money (HA 36–37, 44–47; MEB, BB). No diagnosis is ever asked."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, Date, LongText, Official, Several, YesNo
from applications.catalogue.main_application.subjects import unit
from applications.catalogue.structure import ForEach, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import Annex, DietCertificate, DocumentClass, Rhythm, Situation


def _is(situation: Situation) -> Callable[[Answers, Part], bool]:
    """Whether the situation was ticked."""
    return lambda _answers, own: bool(own.situations) and situation in own.situations


SITUATIONS = Step(
    "situation",
    _("Besondere Situationen"),
    (
        Several(
            "situations",
            _("Was trifft zu?"),
            help=_(
                "Kreuzen Sie nichts an, wenn nichts davon zutrifft. Sie müssen nicht sagen, welche Krankheit es ist."
            ),
            why=_("In diesen Situationen kann es jeden Monat mehr Geld geben. Nur dafür verwenden wir die Angabe."),
            basis="§ 21 SGB II",
            official=Official("HA", "36–47"),
            options=Situation,
            sensitive=True,
        ),
    ),
    named=_("Besondere Situationen bei %(name)s"),
)

PREGNANCY = Step(
    "schwangerschaft",
    _("Schwangerschaft"),
    (
        Date(
            "expected_birth",
            _("Wann soll das Kind kommen?"),
            where=_("Der Termin steht im Mutterpass"),
            why=_(
                "Vom Termin hängt ab, von wann bis wann es wegen der Schwangerschaft mehr Geld geben kann. Sie müssen nicht antworten: Der Antrag läuft weiter, nur dieses Geld können wir dann noch nicht ausrechnen."
            ),
            basis="§ 21 Abs. 2 SGB II",
            official=Official("HA", "36–37"),
            proof=(DocumentClass.PREGNANCY_PROOF,),
            sensitive=True,
        ),
    ),
    named=_("Schwangerschaft von %(name)s"),
    when=_("wenn eine Schwangerschaft angegeben ist"),
    applies_to=_is(Situation.PREGNANT),
)

DISABILITY = Step(
    "behinderung",
    _("Behinderung"),
    (
        YesNo(
            "participation_benefits",
            _("Gibt es Leistungen zur Teilhabe am Arbeitsleben oder Eingliederungshilfe?"),
            why=_(
                "Wer solche Hilfen schon bekommt, bekommt vielleicht jeden Monat mehr Geld. Eine Behinderung allein reicht dafür nicht."
            ),
            basis="§ 21 Abs. 4 SGB II",
            official=Official("HA", "45–46"),
            proof=(DocumentClass.PARTICIPATION_NOTICE,),
            sensitive=True,
        ),
        YesNo(
            "disability_card",
            _("Gibt es einen Schwerbehindertenausweis?"),
            official=Official("HA", "45–46"),
            proof=(DocumentClass.DISABILITY_CARD,),
            sensitive=True,
        ),
        YesNo(
            "mark_g",
            _("Steht darin das Merkzeichen G oder aG?"),
            why=_(
                "Wer dieses Zeichen hat und kaum oder gar nicht arbeiten kann, bekommt vielleicht jeden Monat mehr Geld. Welche Krankheit dahintersteht, müssen Sie nicht sagen."
            ),
            basis="§ 23 Nr. 4 SGB II",
            where=_("Steht vorn auf dem Ausweis"),
            needed_if=lambda own: own.disability_card,
            needed_when=_("wenn es einen Schwerbehindertenausweis gibt"),
            sensitive=True,
        ),
    ),
    named=_("Behinderung von %(name)s"),
    when=_("wenn eine Behinderung angegeben ist"),
    applies_to=_is(Situation.DISABILITY),
)

DIET = Step(
    "ernaehrung",
    _("Teurere Ernährung"),
    (
        Choice(
            "diet_certificate",
            _("Wie kommt die ärztliche Bescheinigung zu uns?"),
            why=_("Die Bescheinigung sieht nur, wer darüber entscheidet."),
            basis="§ 21 Abs. 5 SGB II",
            official=Official("HA", "44"),
            options=DietCertificate,
            proof=(DocumentClass.MEDICAL_DIET_CERT,),
            sensitive=True,
        ),
    ),
    named=_("Teurere Ernährung von %(name)s"),
    intro=_(
        "Schreiben Sie hier bitte keine Krankheit auf. Die Ärztin oder der Arzt füllt eine Bescheinigung aus. Sie können das Attest im verschlossenen Umschlag abgeben."
    ),
    when=_("wenn eine teurere Ernährung angegeben ist"),
    applies_to=_is(Situation.DIET),
    annex=Annex.MEB,
)

SCHOOL_BOOKS = Step(
    "schulbuecher",
    _("Schulbücher und Arbeitshefte"),
    (
        Amount(
            "school_books_amount",
            _("Wie viel kosten sie in diesem Schuljahr zusammen?"),
            help=_("Eine Schätzung reicht, wenn die Liste noch fehlt."),
            where=_("Steht auf der Bücherliste der Schule"),
            why=_(
                "Vielleicht übernehmen wir, was Sie für Bücher und Hefte selbst zahlen müssen, weil die Schule sie verlangt. Auch eine Gebühr für das Ausleihen zählt."
            ),
            basis="§ 21 Abs. 6a SGB II",
            proof=(DocumentClass.SCHOOL_BOOK_LIST,),
        ),
    ),
    named=_("Schulbücher und Arbeitshefte für %(name)s"),
    when=_("wenn Schulbücher angegeben sind"),
    applies_to=_is(Situation.SCHOOL_BOOKS),
)

SPECIAL_NEED = Step(
    "bedarf",
    _("Besonderer Bedarf"),
    (
        LongText(
            "special_need_note",
            _("Wofür brauchen Sie das Geld?"),
            help=_("Zum Beispiel Fahrten zu Ihrem Kind, das woanders lebt"),
            why=_(
                "Das normale Geld ist für den Alltag gedacht. Für etwas, das darin nicht vorgesehen ist, bekommen Sie vielleicht mehr. Eine Krankheit müssen Sie nicht nennen."
            ),
            basis="§ 21 Abs. 6 SGB II",
            official=Official("HA", "47"),
            proof=(DocumentClass.SPECIAL_NEED_PROOF,),
            sensitive=True,
        ),
        Amount(
            "special_need_amount",
            _("Wie viel im Monat?"),
            why=_(
                "Es kommt darauf an, ob Sie dafür viel mehr brauchen als andere Menschen. Danach richtet sich, ob und wie viel zusätzlich möglich ist."
            ),
            basis="§ 21 Abs. 6 SGB II",
            sensitive=True,
        ),
    ),
    named=_("Besonderer Bedarf von %(name)s"),
    when=_("wenn ein besonderer Bedarf angegeben ist"),
    applies_to=_is(Situation.SPECIAL),
    annex=Annex.BB,
)

SPECIAL_NEED_REASON = Step(
    "bedarf-warum",
    _("Mehr zum besonderen Bedarf"),
    (
        Choice(
            "special_need_rhythm",
            _("Wie oft brauchen Sie das?"),
            why=_(
                "Kommt es immer wieder, geht es um zusätzliches Geld. Brauchen Sie es nur einmal, prüfen wir auch, ob ein Darlehen für Sie zumutbar ist."
            ),
            basis="§ 21 Abs. 6 SGB II",
            options=Rhythm,
            sensitive=True,
        ),
        Date(
            "special_need_since",
            _("Seit wann?"),
            help=_("Der ungefähre Tag reicht."),
            why=_(
                "Daran sehen wir, ab welchem Monat es um zusätzliches Geld geht. Für Monate, bevor Sie Geld vom Jobcenter beantragt haben, dürfen wir nichts zahlen."
            ),
            basis="§ 21 Abs. 6 SGB II",
            sensitive=True,
        ),
        LongText(
            "special_need_reason",
            _("Warum kann das nicht warten oder anders bezahlt werden?"),
            help=_("Ein Satz reicht. Zum Beispiel: Mein Kind lebt 200 km entfernt."),
            why=_(
                "Zusätzliches Geld gibt es nur, wenn sonst niemand dafür zahlt und Sparen nicht reicht. Ihre Worte helfen uns, Ihre Lage richtig zu verstehen."
            ),
            basis="§ 21 Abs. 6 SGB II",
            sensitive=True,
        ),
        YesNo(
            "special_need_advance",
            _("Brauchen Sie das Geld schon, bevor wir entscheiden?"),
            help=_("Das heißt „Vorschuss“."),
            why=_(
                "Steht Ihnen das Geld zu und ist nur noch offen, wie viel es ist, kann ein Vorschuss kommen. Wir ziehen ihn später ab. War er zu hoch, müssen Sie den Rest zurückzahlen."
            ),
            basis="§ 42 SGB I",
            sensitive=True,
        ),
    ),
    named=_("Mehr zum besonderen Bedarf von %(name)s"),
    when=_("wenn ein besonderer Bedarf angegeben ist"),
    applies_to=_is(Situation.SPECIAL),
    annex=Annex.BB,
)

NEEDS = Section(
    "needs",
    _("Besondere Situationen"),
    (
        ForEach(
            "people",
            unit,
            (SITUATIONS, PREGNANCY, DISABILITY, DIET, SCHOOL_BOOKS, SPECIAL_NEED, SPECIAL_NEED_REASON),
            when=_("für jede Person der Bedarfsgemeinschaft"),
        ),
    ),
    carried=True,
)

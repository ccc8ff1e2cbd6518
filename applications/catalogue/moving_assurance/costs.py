"""Deposit, shares, the move itself, double rent (§ 22(6) SGB II)."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.figures_in_words import with_law_figures
from applications.catalogue.kinds import Amount, Date, Several, Text
from applications.catalogue.question import Words
from applications.catalogue.structure import Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import DocumentClass, MovingCost

BASIS = "§ 22 Abs. 6 SGB II"


def _ticked(cost: MovingCost) -> Callable[[Answers], bool]:
    return lambda answers: cost in (answers.moving_costs.costs or ())


def _ends_before_it_begins(own: Part) -> Iterator[Words]:
    if own.double_rent_from and own.double_rent_until and own.double_rent_until < own.double_rent_from:
        yield _("Das Ende der doppelten Miete liegt vor dem Anfang. Bitte prüfen Sie die Tage.")


WHICH = Step(
    "kosten",
    _("Kosten des Umzugs"),
    (
        Several(
            "costs",
            _("Welche Kosten sollen wir übernehmen?"),
            help=_("Kreuzen Sie nichts an, wenn es nur um die neue Miete geht."),
            why=_(
                "Diese Kosten können wir meistens nur übernehmen, wenn wir vorher zugestimmt haben. "
                "Gleich fragen wir nur nach dem, was Sie ankreuzen."
            ),
            basis=BASIS,
            options=MovingCost,
        ),
    ),
)

DEPOSIT = Step(
    "kaution",
    _("Kaution"),
    (
        Amount(
            "deposit_amount",
            _("Wie hoch ist die Kaution?"),
            where=_("Steht im Angebot."),
            why=_("So hoch wäre das Darlehen höchstens. Wir sehen auch nach, ob eine so hohe Kaution erlaubt ist."),
            basis=BASIS,
        ),
    ),
    intro=with_law_figures(
        _(
            "Die Kaution geben wir meistens als Darlehen. Solange Sie Grundsicherungsgeld bekommen, behalten wir dafür jeden "
            "Monat %(rate)s Prozent Ihres Regelbedarfs ein. Zahlt die Vermieterin oder der Vermieter die Kaution zurück, ist "
            "der Rest sofort fällig."
        ),
        _("Die Kaution geben wir meistens als Darlehen. Sie zahlen es in kleinen Teilen zurück."),
        rate="loan.repayment_rate",
    ),
    applies_when=_ticked(MovingCost.DEPOSIT),
    when=_("wenn eine Kaution verlangt wird"),
)

SHARES = Step(
    "anteile",
    _("Genossenschaftsanteile"),
    (
        Amount(
            "shares_amount",
            _("Wie viel kosten die Anteile?"),
            where=_("Steht im Angebot."),
            why=_(
                "So viel müssten wir Ihnen höchstens leihen. Ziehen Sie später wieder aus, zahlt die "
                "Genossenschaft die Anteile meistens zurück."
            ),
            basis=BASIS,
        ),
    ),
    intro=_("Auch Anteile zahlen wir meistens als Darlehen."),
    applies_when=_ticked(MovingCost.SHARES),
    when=_("wenn Genossenschaftsanteile verlangt werden"),
)

MOVING = Step(
    "transport",
    _("Der Umzug selbst"),
    (
        Text(
            "moving_how",
            _("Wie möchten Sie umziehen?"),
            example=_("Zum Beispiel mit Freunden und einem gemieteten Transporter"),
            why=_(
                "Davon hängt ab, welche Kosten nötig sind. Auch Kartons, Benzin und die Miete für den "
                "Wagen können dazugehören."
            ),
            basis=BASIS,
        ),
        Amount(
            "moving_amount",
            _("Was kostet das ungefähr?"),
            why=_(
                "Wenn wir den Preis vorher kennen, können wir ihm vorher zustimmen. Was später dazukommt, "
                "müssten Sie vielleicht selbst zahlen."
            ),
            basis=BASIS,
            proof_if_there=(DocumentClass.COST_ESTIMATE,),
        ),
    ),
    intro=_(
        "Eine Umzugsfirma können wir nur bezahlen, wenn es nicht anders geht, zum Beispiel wegen Alter oder Krankheit. Dann "
        "brauchen wir Angebote von mehreren Firmen."
    ),
    applies_when=_ticked(MovingCost.MOVING),
    when=_("wenn der Umzug Geld kostet"),
)

DOUBLE = Step(
    "doppelte-miete",
    _("Doppelte Miete"),
    (
        Date(
            "double_rent_from",
            _("Ab wann zahlen Sie zwei Mieten?"),
            help=_("Zum Beispiel 15 1 2027"),
            why=_(
                "Zwei Mieten können wir nur für die Zeit zahlen, in der es nicht anders geht. Die Tage "
                "zeigen uns, wie lang sie ist."
            ),
            basis="§ 22 Abs. 1, 6 SGB II",
        ),
        Date(
            "double_rent_until",
            _("Bis wann?"),
            help=_("Zum Beispiel 15 1 2027"),
            where=_("Steht in der Kündigung oder im alten Mietvertrag."),
        ),
        Amount("double_rent_amount", _("Wie viel zahlen Sie dadurch mehr?"), help=_("Für die ganze Zeit zusammen")),
    ),
    applies_when=_ticked(MovingCost.DOUBLE_RENT),
    when=_("wenn Sie für kurze Zeit zwei Mieten zahlen"),
    check=_ends_before_it_begins,
)

SEARCH = Step(
    "suche",
    _("Kosten der Wohnungssuche"),
    (
        Text(
            "search_what",
            _("Wofür?"),
            example=_("Zum Beispiel Fahrt zur Besichtigung"),
            why=_(
                "Nicht alles bei der Suche können wir bezahlen. Es muss nötig sein, und wir müssen vorher zustimmen."
            ),
            basis=BASIS,
        ),
        Amount("search_amount", _("Wie viel?"), proof_if_there=(DocumentClass.COST_ESTIMATE,)),
    ),
    applies_when=_ticked(MovingCost.SEARCH),
    when=_("wenn die Suche Geld kostet"),
)

COSTS = Section("moving_costs", _("Kosten des Umzugs"), (WHICH, DEPOSIT, SHARES, MOVING, DOUBLE, SEARCH))

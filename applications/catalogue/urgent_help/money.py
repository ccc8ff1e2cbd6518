"""Food, broken things, money that has not come, money before its time, advance."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.figures_in_words import with_law_figures
from applications.catalogue.kinds import Amount, Date, LongText, Number, Text, YesNo
from applications.catalogue.structure import Step
from applications.catalogue.urgent_help.needs import needs_any, needs_of
from applications.enums import DocumentClass, UrgentNeed

# Who needs money, and not only somebody's protection, may want an advance.
MONEY = (UrgentNeed.FOOD, UrgentNeed.RENT, UrgentNeed.ENERGY, UrgentNeed.BROKEN, UrgentNeed.WAGES)

FOOD = Step(
    "essen",
    _("Geld für Essen und Medikamente"),
    (
        Amount(
            "money_left",
            _("Wie viel Geld haben Sie jetzt noch?"),
            help=_("Bargeld und Konten zusammen, von allen im Haushalt. Wenn es nichts mehr ist: 0."),
            why=_(
                "Ein Darlehen ist nur möglich, wenn Ihr eigenes Geld jetzt nicht reicht. Auch wenn noch ein wenig da ist, bekommen Sie vielleicht Hilfe."
            ),
            basis="§ 24 Abs. 1, § 42a Abs. 1 SGB II",
        ),
        Date(
            "next_money_on",
            _("Wann kommt das nächste Geld?"),
            help=_("Lassen Sie das Feld leer, wenn Sie es nicht wissen."),
            required=False,
        ),
        Number(
            "people_to_feed",
            _("Für wie viele Menschen reicht das Geld nicht?"),
            help=_("Mit Ihnen und mit Ihren Kindern"),
            largest=99,
        ),
        YesNo(
            "voucher_helps",
            _("Würde Ihnen ein Gutschein für Lebensmittel helfen?"),
            why=_("Einen Gutschein können wir oft schneller geben als Geld."),
            basis="§ 24 Abs. 1 SGB II",
            required=False,
        ),
    ),
    applies_when=needs_any(UrgentNeed.FOOD),
    when=_("wenn Geld für Essen oder Medikamente fehlt"),
)

BROKEN = Step(
    "kaputt",
    _("Was ist kaputt?"),
    (
        Text(
            "broken_thing",
            _("Was brauchen Sie?"),
            example=_("Zum Beispiel Kühlschrank"),
            why=_(
                "Für etwas, das Sie unbedingt brauchen, ist vielleicht ein Darlehen möglich. Fehlt es, weil Sie Ihre erste eigene Wohnung einrichten, müssen Sie es vielleicht nicht zurückzahlen."
            ),
            basis="§ 24 Abs. 1 SGB II",
        ),
        LongText("broken_note", _("Was ist passiert?"), help=_("Ein Satz reicht."), required=False),
        Amount(
            "broken_cost",
            _("Was kostet es ungefähr?"),
            help=_("Ein einfaches oder gebrauchtes Gerät, oder die Reparatur"),
            required=False,
            proof_if_there=(DocumentClass.COST_ESTIMATE,),
        ),
    ),
    intro=_("Bitte kaufen Sie das Gerät möglichst erst, wenn wir geantwortet haben."),
    applies_when=needs_any(UrgentNeed.BROKEN),
    when=_("wenn etwas Wichtiges kaputt ist"),
)

WAGES = Step(
    "lohn",
    _("Geld, das nicht gekommen ist"),
    (
        Text(
            "late_payer",
            _("Wer hat nicht gezahlt?"),
            help=_("Name der Firma oder des Amts"),
            why=_(
                "Kommt das Geld noch in diesem Monat, hilft bis dahin vielleicht ein Darlehen. Bleibt es aus, klären wir mit Ihnen, wer zahlen muss."
            ),
            basis="§ 24 Abs. 4 SGB II",
        ),
        Amount(
            "late_amount",
            _("Wie viel sollte kommen?"),
            where=_("Steht auf der Lohnabrechnung unten oder im Bescheid."),
            proof_if_there=(DocumentClass.PAYSLIP,),
        ),
        Date("late_since", _("Wann sollte das Geld da sein?"), help=_("Der ungefähre Tag reicht.")),
    ),
    applies_when=needs_any(UrgentNeed.WAGES),
    when=_("wenn eine Zahlung nicht gekommen ist"),
)

EARLY = Step(
    "frueher",
    _("Einen Teil der nächsten Zahlung früher"),
    (
        Amount(
            "early_amount",
            _("Wie viel brauchen Sie früher?"),
            help=with_law_figures(
                _("Möglich sind bis zu %(most)s. Die nächste Zahlung ist dann um so viel kleiner."),
                _("Die nächste Zahlung ist dann um so viel kleiner."),
                most="grant.early_payment_max",
            ),
            why=_(
                "Mehr, als Sie hier nennen, zahlen wir nicht früher. Es ist Ihr eigenes Geld und kein Darlehen, deshalb fehlt es bei einer späteren Zahlung."
            ),
            basis="§ 42 Abs. 2 SGB II",
        ),
    ),
    intro=with_law_figures(
        _(
            "Das geht nicht, wenn Sie in den letzten %(pause)s Monaten schon einmal Geld früher bekommen haben oder wenn "
            "wir etwas von Ihrem Geld einbehalten. Fragen Sie trotzdem: Vielleicht können wir anders helfen."
        ),
        _("Das geht nicht immer. Fragen Sie trotzdem: Vielleicht können wir anders helfen."),
        pause="grant.early_payment_pause_months",
    ),
    applies_when=needs_any(UrgentNeed.EARLY_PAYMENT),
    when=_("wenn ein Teil der nächsten Zahlung früher kommen soll"),
)

ADVANCE = Step(
    "vorschuss",
    _("Vorschuss"),
    (
        YesNo(
            "advance_asked",
            _("Warten Sie auf die Entscheidung über einen Antrag und möchten einen Vorschuss?"),
            help=_("Den Vorschuss rechnen wir später auf Ihr Geld an."),
            why=_(
                "Wenn Ihnen Geld zusteht und nur die Höhe noch nicht feststeht, muss auf Antrag ein Vorschuss kommen."
            ),
            basis="§ 42 Abs. 1 SGB I",
        ),
    ),
    applies_when=lambda answers: needs_of(answers) & frozenset(MONEY),
    when=_("wenn Geld fehlt"),
)

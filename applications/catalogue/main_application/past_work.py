"""Section "Die letzten Jahre", first part: jobs, money instead of pay, service and care of the last five years."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Date, Number, Official, Several, Text, YesNo
from applications.catalogue.structure import Collection, Step
from applications.enums import DocumentClass, IncomeKind

REPLACEMENTS = (
    IncomeKind.UNEMPLOYMENT_BENEFIT,
    IncomeKind.SICK_PAY,
    IncomeKind.PARENTAL_ALLOWANCE,
    IncomeKind.MATERNITY_BENEFIT,
    IncomeKind.PENSION,
    IncomeKind.OTHER,
)

WORKED = Step(
    "letzte-jahre",
    _("Die letzten 5 Jahre"),
    (
        YesNo(
            "had_jobs",
            _("Gab es in den letzten 5 Jahren eine Arbeit, die jetzt zu Ende ist?"),
            official=Official("HA", "59–66"),
        ),
        YesNo(
            "wage_replacement",
            _("Gab es Arbeitslosengeld, Krankengeld, Elterngeld oder eine Rente?"),
            official=Official("HA", "68–70"),
        ),
        YesNo("service", _("Gab es Wehrdienst oder einen Freiwilligendienst?"), official=Official("HA", "71")),
        YesNo(
            "cares_for_relative",
            _("Wird jemand gepflegt, zum Beispiel Eltern oder ein Kind?"),
            official=Official("HA", "72"),
        ),
    ),
    named=_("Die letzten 5 Jahre von %(name)s"),
)

JOBS = Collection(
    "jobs",
    "fruehere-arbeit",
    _("Frühere Arbeit"),
    (
        Step(
            "stelle",
            _("Frühere Arbeit"),
            (
                Text("employer", _("Arbeitgeber"), official=Official("HA", "59–66")),
                Date("since", _("Seit wann?"), help=_("Der ungefähre Tag reicht."), official=Official("HA", "59–66")),
                Date(
                    "until", _("Bis wann?"), official=Official("HA", "59–66"), proof=(DocumentClass.TERMINATION_LETTER,)
                ),
                YesNo(
                    "wages_owed",
                    _("Ist noch Lohn offen?"),
                    why=_("Lohn, den der Arbeitgeber noch schuldet, können wir mit Ihnen einfordern."),
                    basis="§ 115 SGB X, § 33 Abs. 5 SGB II",
                    official=Official("HA", "59–66"),
                ),
            ),
            named=_("Frühere Arbeit: %(name)s"),
        ),
        Step(
            "offener-lohn",
            _("Offener Lohn"),
            (
                Amount(
                    "wages_owed_amount",
                    _("Wie viel Lohn ist noch offen?"),
                    help=_("Eine Schätzung reicht."),
                    where=_("Steht auf der Lohnabrechnung oder im Arbeitsvertrag"),
                    why=_(
                        "Haben wir gezahlt, weil dieser Lohn fehlte, holt sich das Jobcenter den Teil vielleicht vom Arbeitgeber. Was darüber hinausgeht, ist weiter Ihr Lohn."
                    ),
                    basis="§ 115 SGB X, § 33 Abs. 5 SGB II",
                    official=Official("HA", "59–66"),
                ),
                Text(
                    "wages_owed_for",
                    _("Für welche Monate?"),
                    example=_("Zum Beispiel August und September 2026"),
                    official=Official("HA", "59–66"),
                ),
                YesNo(
                    "wages_demanded",
                    _("Wurde der Lohn schon verlangt, zum Beispiel mit einem Brief?"),
                    help=_("Manchmal verfällt Lohn nach wenigen Monaten. Fragen Sie uns, wenn Sie unsicher sind."),
                ),
            ),
            named=_("Offener Lohn: %(name)s"),
            when=_("wenn noch Lohn offen ist"),
            applies_to=lambda _answers, own: own.wages_owed,
        ),
    ),
    one=_("Arbeit"),
    add=_("Frühere Arbeit hinzufügen"),
    more=_("Weitere frühere Arbeit hinzufügen"),
    empty=_("Sie haben noch keine frühere Arbeit eingetragen."),
    name=lambda own: own.employer or "",
    named=_("Frühere Arbeit von %(name)s"),
    when=_("wenn es in den letzten 5 Jahren eine Arbeit gab, die jetzt zu Ende ist"),
    applies_to=lambda _answers, own: own.had_jobs,
)

REPLACEMENT = Step(
    "lohnersatz",
    _("Geld statt Lohn"),
    (
        Several(
            "replacement_kinds",
            _("Welches Geld war das?"),
            why=_(
                "Vielleicht gibt es davon noch etwas, oder es lässt sich neu beantragen. Solches Geld geht vor: Das Jobcenter zahlt, was dann noch fehlt."
            ),
            basis="§ 12a SGB II",
            official=Official("HA", "68–70"),
            options=IncomeKind,
            only=REPLACEMENTS,
        ),
        Text(
            "replacement_office",
            _("Wer hat gezahlt?"),
            help=_("Zum Beispiel Agentur für Arbeit, Krankenkasse"),
            where=_("Steht im Bescheid oben"),
            official=Official("HA", "68–70"),
        ),
        Date(
            "replacement_until",
            _("Bis wann?"),
            help=_("Der ungefähre Tag reicht. Leer lassen, wenn es noch gezahlt wird."),
            official=Official("HA", "68–70"),
            required=False,
        ),
    ),
    named=_("Geld statt Lohn: %(name)s"),
    when=_("wenn es in den letzten 5 Jahren Arbeitslosengeld, Krankengeld, Elterngeld oder eine Rente gab"),
    applies_to=lambda _answers, own: own.wage_replacement,
)

SERVICE = Step(
    "dienst",
    _("Wehrdienst oder Freiwilligendienst"),
    (
        Date("service_since", _("Seit wann?"), help=_("Der ungefähre Tag reicht."), official=Official("HA", "71")),
        Date("service_until", _("Bis wann?"), official=Official("HA", "71"), required=False),
    ),
    named=_("Wehrdienst oder Freiwilligendienst von %(name)s"),
    when=_("wenn es Wehrdienst oder einen Freiwilligendienst gab"),
    applies_to=lambda _answers, own: own.service,
)

CARE = Step(
    "pflege",
    _("Pflege"),
    (
        Date(
            "care_since",
            _("Seit wann wird gepflegt?"),
            help=_("Der ungefähre Tag reicht."),
            why=_("Wer pflegt, muss vielleicht weniger arbeiten."),
            basis="§ 10 Abs. 1 Nr. 4 SGB II",
            official=Official("HA", "72"),
        ),
        Number(
            "care_hours",
            _("Wie viele Stunden in der Woche?"),
            help=_("Eine Schätzung reicht."),
            why=_(
                "Braucht die Pflege viel Zeit, müssen Sie daneben vielleicht weniger oder gar nicht arbeiten. Es zählt auch, ob jemand anderes pflegen kann."
            ),
            basis="§ 10 Abs. 1 Nr. 4 SGB II",
            unit=_("Stunden"),
            places=1,
            largest=168,
            required=False,
        ),
    ),
    named=_("Pflege durch %(name)s"),
    when=_("wenn jemand gepflegt wird"),
    applies_to=lambda _answers, own: own.cares_for_relative,
)

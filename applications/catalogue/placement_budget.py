"""Costs of applying and of beginning to work (§ 44 SGB III with § 16(1) SGB II). To be asked for before they arise."""

from collections.abc import Iterator

from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS, only_you
from applications.catalogue.kinds import Amount, Choice, Date, LongText, Text, YesNo
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Collection, Page, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import DocumentClass, PlacementCost, PlacementPurpose, Topic

BASIS = "§ 16 Abs. 1 SGB II, § 44 SGB III"
BEFORE_BASIS = "§ 16 Abs. 1 SGB II, § 324 Abs. 1 SGB III"
WITH_EMPLOYER = frozenset({PlacementPurpose.INTERVIEW, PlacementPurpose.START})

BEFORE = Section(
    "before",
    _("Zuerst fragen"),
    (
        Step(
            "erst-fragen",
            _("Bitte fragen Sie, bevor Kosten entstehen"),
            tells=(
                _(
                    "Wir können nur Kosten übernehmen, die Sie vorher beantragt haben. Es zählt, wann Ihr Antrag bei uns "
                    "ankommt. Die Uhrzeit steht auf der Bestätigung."
                ),
                _(
                    "Senden Sie den Antrag also zuerst ab. Danach kaufen Sie die Fahrkarte oder die Arbeitsschuhe. Belege und "
                    "fehlende Angaben können Sie nachreichen."
                ),
                _(
                    "Haben Sie schon etwas bezahlt? Schreiben Sie es trotzdem auf. In Härtefällen sind Ausnahmen möglich."
                ),
                _(
                    "Ob und wie viel wir übernehmen, entscheidet Ihre Vermittlerin oder Ihr Vermittler. Ein Gespräch vorher "
                    "hilft."
                ),
            ),
            page=Page.NOTICE,
        ),
    ),
)

PURPOSE = Step(
    "wofuer",
    _("Wofür brauchen Sie Geld?"),
    (
        Choice(
            "purpose",
            _("Was trifft am besten zu?"),
            why=_(
                "Bei einer Bewerbung sind andere Kosten nötig als am ersten Arbeitstag. Nach der Firma "
                "fragen wir nur bei einem Gespräch oder einer Zusage."
            ),
            basis=BASIS,
            options=PlacementPurpose,
            proof_if_there=(DocumentClass.COST_ESTIMATE,),
        ),
        LongText(
            "need_note",
            _("Warum brauchen Sie die Hilfe?"),
            help=_("Ein Satz reicht."),
            why=_("Wir können zahlen, was nötig ist, damit Sie eine Arbeit finden oder anfangen."),
            basis=BASIS,
        ),
    ),
)

JOB = Step(
    "stelle",
    _("Die Arbeitsstelle"),
    (
        Text("employer", _("Bei welcher Firma?"), where=_("Steht in der Einladung oder Zusage.")),
        Text("job", _("Als was?"), example=_("Zum Beispiel Lagerhelferin")),
        Date(
            "job_on",
            _("Wann ist das Gespräch oder der erste Arbeitstag?"),
            help=_("Zum Beispiel 15 1 2027"),
            where=_("Steht in der Einladung oder Zusage."),
            why=_("Der Tag zeigt uns, wie schnell wir antworten müssen."),
            basis=BASIS,
            proof=(DocumentClass.JOB_INVITATION,),
        ),
        YesNo(
            "insured_job",
            _("Ist es eine Arbeit mit Sozialversicherung, also mehr als ein Minijob?"),
            help=_("Wenn Sie es nicht wissen: einfach weiter."),
            why=_(
                "Dieses Geld ist für Arbeit mit Sozialversicherung da. Ist es ein Minijob, gibt es "
                "vielleicht eine andere Hilfe."
            ),
            basis="§ 44 Abs. 1 SGB III",
            required=False,
        ),
        YesNo(
            "employer_pays",
            _("Bezahlt die Firma diese Kosten oder einen Teil davon?"),
            help=_("Fahrten zum Vorstellungsgespräch bezahlen Firmen oft, wenn sie eingeladen haben."),
            why=_("Was die Firma zahlt, zahlen wir nicht noch einmal. Zahlt sie nur einen Teil, prüfen wir den Rest."),
            basis="§ 44 Abs. 1 Satz 3 SGB III",
        ),
    ),
    applies_when=lambda answers: answers.placement.purpose in WITH_EMPLOYER,
    when=_("wenn es ein Gespräch oder eine Zusage gibt"),
)


def _named(own: Part) -> Words:
    return own.what or (own.kind.label if own.kind else _text("Kosten ohne Namen"))


COST = Step(
    "kostenpunkt",
    _("Kosten"),
    (
        Choice(
            "kind",
            _("Was für Kosten sind das?"),
            why=_(
                "Für manche Kosten gibt es feste Beträge, für andere brauchen wir eine Rechnung oder eine Fahrkarte."
            ),
            basis=BASIS,
            options=PlacementCost,
            as_list=True,
        ),
        Text("what", _("Was genau?"), example=_("Zum Beispiel Bahnfahrt nach Kassel und zurück")),
        Amount("amount", _("Wie viel kostet es?"), help=_("Ein ungefährer Betrag reicht.")),
        Date(
            "due_on",
            _("Wann müssen Sie bezahlen?"),
            help=_("Der ungefähre Tag reicht."),
            why=_("Ihr Antrag soll da sein, bevor die Kosten entstehen. So sehen wir auch, was zuerst dran ist."),
            basis=BEFORE_BASIS,
        ),
        YesNo(
            "is_paid",
            _("Haben Sie das schon bezahlt oder fest bestellt?"),
            why=_(
                "Was vor dem Antrag bezahlt oder bestellt wurde, können wir meistens nicht übernehmen. "
                "Wäre das sehr hart für Sie, prüfen wir eine Ausnahme."
            ),
            basis=BEFORE_BASIS,
        ),
    ),
    named=_("%(name)s"),
)

COSTS = Collection(
    "planned_costs",
    "kosten",
    _("Ihre Kosten"),
    (COST,),
    one=_("Kosten"),
    add=_("Kosten eintragen"),
    more=_("Weitere Kosten eintragen"),
    empty=_("Sie haben noch keine Kosten eingetragen."),
    name=_named,
)

LAST = Step(
    "bemerkung", _("Möchten Sie uns noch etwas sagen?"), (LongText("remarks", _("Ihre Nachricht"), required=False),)
)


def _statements(_answers: Answers) -> Iterator[Words]:
    """The moment decides (§ 324(1) SGB III): the receipt says it to the second."""
    yield _(
        "Die Zeit auf dieser Bestätigung ist die Zeit Ihres Antrags. Er gilt für Kosten, die danach entstehen (§ 324 Abs. 1 "
        "SGB III)."
    )


FORM = ApplicationType(
    key="placement_budget",
    title=_("Kosten für Bewerbung und Arbeitsbeginn"),
    version="2026.1",
    sections=(
        BEFORE,
        ABOUT_YOU,
        YOUR_ADDRESS,
        Section("placement", _("Ihre Kosten"), (PURPOSE, JOB, COSTS, LAST)),
        EVIDENCE,
    ),
    people=only_you,
    for_living=False,
    place=230,
    topic=Topic.EXTRA,
    summary=_("Bewerbungen, Fahrten zum Vorstellungsgespräch, Arbeitskleidung, Zeugnisse. Bitte vorher fragen."),
    statements=_statements,
    duration=_("etwa 5 Minuten"),
    prepare=_("Wenn Sie haben: Einladung zum Gespräch, Zusage, Preise."),
)

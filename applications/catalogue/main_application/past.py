"""Section "Die letzten Jahre": earlier benefits and jobs, how somebody got by (HA 48–75)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Date, LongText, Number, Official, Text, YesNo
from applications.catalogue.main_application.subjects import adults
from applications.catalogue.structure import Collection, ForEach, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import DocumentClass, IncomeKind


def _is_self_employed(answers: Answers, own: Part) -> bool:
    incomes = answers.work.incomes
    return any(income.owner == own.id and income.kind == IncomeKind.SELF_EMPLOYMENT for income in incomes)


EARLIER = Step(
    "frueher",
    _("Früheres Geld vom Jobcenter oder Sozialamt"),
    (
        YesNo(
            "previous_benefit",
            _("Gab es in den letzten 3 Jahren schon Geld vom Jobcenter oder Sozialamt?"),
            help=_("Bürgergeld, Grundsicherungsgeld oder Sozialhilfe"),
            why=_("Dann können wir alte Angaben finden und Sie müssen weniger nachreichen."),
            basis="§ 22 Abs. 1 SGB II",
            official=Official("HA", "51–58"),
        ),
        Text(
            "previous_benefit_office",
            _("Falls ja: von welcher Stelle?"),
            official=Official("HA", "51–58"),
            needed_if=lambda own: own.previous_benefit,
        ),
        Date(
            "previous_benefit_until",
            _("Falls ja: bis wann?"),
            official=Official("HA", "51–58"),
            needed_if=lambda own: own.previous_benefit,
        ),
    ),
    named=_("Früheres Geld für %(name)s"),
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
                    basis="§ 33 SGB II",
                    official=Official("HA", "59–66"),
                ),
            ),
            named=_("Frühere Arbeit: %(name)s"),
        ),
    ),
    one=_("Arbeit"),
    add=_("Frühere Arbeit hinzufügen"),
    more=_("Weitere frühere Arbeit hinzufügen"),
    empty=_("Sie haben noch keine frühere Arbeit eingetragen."),
    name=lambda own: own.employer or "",
    named=_("Frühere Arbeit von %(name)s"),
    applies_to=lambda _answers, own: own.had_jobs,
)

SITUATION = Step(
    "bisher",
    _("Wie haben Sie bisher gelebt?"),
    (
        LongText(
            "lived_on",
            _("Wovon haben Sie in den letzten Monaten gelebt?"),
            help=_("Zum Beispiel Lohn, Ersparnisse, Hilfe von der Familie. Ein Satz reicht."),
            why=_("So können wir besser verstehen, was Sie jetzt brauchen. Es geht nicht um Schuld."),
            official=Official("HA", "73"),
        ),
        YesNo(
            "claims_against_others",
            _("Schuldet Ihnen jemand Geld?"),
            help=_("Zum Beispiel Lohn, eine Kaution, ein Darlehen"),
            basis="§ 33 SGB II",
            official=Official("HA", "74"),
        ),
        LongText(
            "claims_note",
            _("Falls ja: wer und wie viel?"),
            official=Official("HA", "74"),
            needed_if=lambda own: own.claims_against_others,
            proof=(DocumentClass.CLAIM_PROOF,),
        ),
        YesNo(
            "accident",
            _("Ist die schwierige Lage durch einen Unfall oder durch andere entstanden?"),
            basis="§ 33 SGB II, § 116 SGB X",
            official=Official("HA", "75"),
        ),
        LongText(
            "accident_note",
            _("Falls ja: was ist passiert?"),
            official=Official("HA", "75"),
            needed_if=lambda own: own.accident,
            proof=(DocumentClass.ACCIDENT_REPORT,),
        ),
    ),
    named=_("Wie hat %(name)s bisher gelebt?"),
)

INSTITUTION = Step(
    "einrichtung",
    _("Krankenhaus, Heim oder Haft"),
    (
        YesNo(
            "in_institution",
            _("Gibt es zurzeit einen Aufenthalt in Krankenhaus, Reha, Heim oder Haft?"),
            basis="§ 7 Abs. 4 SGB II",
            official=Official("HA", "48–50"),
            sensitive=True,
        ),
        Text(
            "institution_kind",
            _("Falls ja: wo?"),
            official=Official("HA", "48–50"),
            needed_if=lambda own: own.in_institution,
            proof=(DocumentClass.INSTITUTION_CERT,),
            sensitive=True,
        ),
        Date(
            "institution_since",
            _("Falls ja: seit wann?"),
            official=Official("HA", "48–50"),
            needed_if=lambda own: own.in_institution,
            sensitive=True,
        ),
        Date(
            "institution_until",
            _("Falls ja: voraussichtlich bis wann?"),
            official=Official("HA", "48–50"),
            required=False,
            sensitive=True,
        ),
    ),
    named=_("Krankenhaus, Heim oder Haft: %(name)s"),
)

SELF_EMPLOYED = Step(
    "selbststaendig",
    _("Selbstständigkeit und Rente"),
    (
        Number(
            "years_without_pension",
            _("Jahre ohne Beiträge zur Rentenversicherung"),
            help=_("Für jedes Jahr kann mehr Vermögen geschützt sein."),
            basis="§ 12 Abs. 1 Satz 2 Nr. 4 SGB II",
            official=Official("VM", "26–31"),
            unit=_("Jahre"),
            places=1,
            largest=99,
            required=False,
        ),
    ),
    named=_("Selbstständigkeit und Rente von %(name)s"),
    applies_to=_is_self_employed,
)

PAST = Section(
    "past",
    _("Die letzten Jahre"),
    (ForEach("people", adults, (EARLIER, WORKED, JOBS, SITUATION, INSTITUTION, SELF_EMPLOYED)),),
    carried=True,
)

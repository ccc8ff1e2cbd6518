"""Section "Krankenversicherung" (HA 76–78, SV)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, Date, Iban, Official, Text, YesNo
from applications.catalogue.main_application.subjects import workers
from applications.catalogue.structure import ForEach, Section, Step
from applications.enums import Annex, DocumentClass, HealthInsuranceKind

PAID_BY_ONESELF = frozenset({HealthInsuranceKind.VOLUNTARY, HealthInsuranceKind.PRIVATE})

HEALTH = Step(
    "krankenkasse",
    _("Krankenversicherung"),
    (
        Choice(
            "kind",
            _("Wie ist die Krankenversicherung jetzt?"),
            why=_("Wer Geld vom Jobcenter bekommt, ist krankenversichert. Wir melden Sie bei der Krankenkasse an."),
            basis="§ 5 Abs. 1 Nr. 2a SGB V, § 26 SGB II",
            official=Official("HA", "76–78"),
            options=HealthInsuranceKind,
        ),
        Text(
            "fund",
            _("Krankenkasse oder Versicherung"),
            help=_("Zum Beispiel AOK, Techniker, Barmer"),
            official=Official("HA", "77"),
            needed_if=lambda own: own.kind not in {None, HealthInsuranceKind.NONE},
            needed_when=_("wenn es eine Krankenversicherung gibt"),
            proof=(DocumentClass.HEALTH_INSURANCE_PROOF,),
        ),
        Text(
            "number",
            _("Versichertennummer"),
            help=_("Ein Buchstabe und neun Ziffern"),
            where=_("Steht vorn auf der Gesundheitskarte"),
            required=False,
        ),
    ),
    named=_("Krankenversicherung von %(name)s"),
)

CONTRIBUTIONS = Step(
    "beitraege",
    _("Beiträge zur Kranken- und Pflegeversicherung"),
    (
        Amount(
            "monthly_contribution",
            _("Beitrag zur Krankenversicherung im Monat"),
            where=_("Steht im Beitragsbescheid oder auf dem Kontoauszug"),
            why=_(
                "Davon hängt ab, ob und wie viel wir zum Beitrag dazugeben können. Bei einer privaten Versicherung ist das begrenzt. Dann hilft vielleicht der günstigere „Basistarif“."
            ),
            basis="§ 26 SGB II",
            proof=(DocumentClass.CONTRIBUTION_NOTICE,),
        ),
        Amount(
            "care_contribution",
            _("Beitrag zur Pflegeversicherung im Monat"),
            where=_("Steht im Beitragsbescheid oder auf dem Kontoauszug"),
            why=_(
                "Auch zur Pflegeversicherung können wir vielleicht etwas dazugeben. Das rechnen wir getrennt von der Krankenversicherung."
            ),
            basis="§ 26 SGB II",
        ),
        YesNo(
            "subsidy_wanted",
            _("Soll das Jobcenter einen Zuschuss zu den Beiträgen zahlen?"),
            why=_("Ohne Ihr Ja dürfen wir nichts an die Versicherung zahlen."),
            basis="§ 26 SGB II",
        ),
        Iban(
            "insurer_iban",
            _("IBAN der Versicherung"),
            help=_("Wenn wir den Zuschuss direkt dorthin zahlen sollen"),
            where=_("Steht auf der Rechnung der Versicherung"),
            required=False,
        ),
    ),
    named=_("Beiträge von %(name)s zur Kranken- und Pflegeversicherung"),
    when=_("wenn jemand freiwillig oder privat versichert ist"),
    applies_to=lambda _answers, own: own.kind in PAID_BY_ONESELF,
    annex=Annex.SV,
)

UNINSURED = Step(
    "nicht-versichert",
    _("Ohne Krankenversicherung"),
    (
        Text(
            "last_insurer",
            _("Wo zuletzt versichert?"),
            help=_("Zum Beispiel AOK, oder „nie“"),
            why=_("Meistens muss die letzte Krankenkasse Sie wieder aufnehmen. Wir helfen dabei."),
            basis="§ 5 Abs. 1 Nr. 13 SGB V",
        ),
        Date("uninsured_since", _("Seit wann nicht versichert?"), help=_("Der ungefähre Tag reicht."), required=False),
    ),
    named=_("Ohne Krankenversicherung: %(name)s"),
    when=_("wenn jemand nicht versichert ist"),
    applies_to=lambda _answers, own: own.kind == HealthInsuranceKind.NONE,
    annex=Annex.SV,
)

INSURANCE = Section(
    "insurance",
    _("Krankenversicherung"),
    (
        ForEach(
            "people",
            workers,
            (HEALTH, CONTRIBUTIONS, UNINSURED),
            when=_("für jede Person der Bedarfsgemeinschaft ab 15 Jahren"),
        ),
    ),
    carried=True,
)

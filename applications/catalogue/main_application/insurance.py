"""Section "Krankenversicherung" (HA 76–78, SV)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, Official, Text
from applications.catalogue.main_application.subjects import workers
from applications.catalogue.structure import ForEach, Section, Step
from applications.enums import DocumentClass, HealthInsuranceKind

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
            proof=(DocumentClass.HEALTH_INSURANCE_PROOF,),
        ),
        Text(
            "number",
            _("Versichertennummer"),
            help=_("Steht auf der Karte: ein Buchstabe und neun Ziffern"),
            required=False,
        ),
        Amount(
            "monthly_contribution",
            _("Falls freiwillig oder privat: Beitrag im Monat"),
            basis="§ 26 SGB II",
            needed_if=lambda own: own.kind in PAID_BY_ONESELF,
        ),
    ),
    named=_("Krankenversicherung von %(name)s"),
)

INSURANCE = Section("insurance", _("Krankenversicherung"), (ForEach("people", workers, (HEALTH,)),), carried=True)

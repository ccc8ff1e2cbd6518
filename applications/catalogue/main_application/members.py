"""What is asked about everybody in the list of people, each as far as it concerns them (KI, WEP)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import (
    Choice,
    Date,
    Name,
    Official,
    PensionNumber,
    PersonReference,
    TaxId,
    Text,
    YesNo,
)
from applications.catalogue.main_application.residence import RESIDENCE, SUPPORT_FROM_OTHERS
from applications.catalogue.main_application.subjects import (
    CHILDREN,
    is_adult,
    is_child_under_15,
    is_member,
    possible_parents,
)
from applications.catalogue.structure import Step
from applications.claim.answers import Answers, Part
from applications.enums import (
    Annex,
    ChildBenefitRecipient,
    DocumentClass,
    EducationStatus,
    MaritalStatus,
    Relation,
    Residence,
)

_MARRIED = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER})


def _is_child(_answers: Answers, own: Part) -> bool:
    return own.relation in CHILDREN


def _is_foreign(_answers: Answers, own: Part) -> bool:
    return own.nationality not in {None, "DE"}


def has_own_status(answers: Answers, own: Part) -> bool:
    """Whether the marital status is asked: husband and wife are married, and of children that are not of age nobody asks."""
    if own.relation in _MARRIED or not is_member(answers, own):
        return False
    return own.relation not in CHILDREN or is_adult(answers, own)


CHILD = Step(
    "kind",
    _("Wo lebt das Kind?"),
    (
        PersonReference(
            "parents",
            _("Wer von Ihnen ist Mutter oder Vater?"),
            help=_("Kreuzen Sie alle an, die hier wohnen."),
            many=True,
            among=possible_parents,
        ),
        Choice(
            "residence",
            _("Wie oft ist das Kind bei Ihnen?"),
            why=_(
                "Auch wenn das Kind nur manchmal hier lebt, können Sie für diese Tage vielleicht Geld für das Kind bekommen."
            ),
            basis="§ 7 Abs. 3 Nr. 4, § 38 Abs. 2 SGB II",
            options=Residence,
        ),
        YesNo(
            "parent_outside",
            _("Lebt ein Elternteil woanders?"),
            why=_("Vielleicht steht dem Kind Unterhalt oder Unterhaltsvorschuss zu."),
            basis="§ 33 SGB II",
            official=Official("HA", "38"),
            proof=(DocumentClass.MAINTENANCE_TITLE,),
        ),
        YesNo(
            "maintenance_unsafe",
            _("Wäre es für Sie oder das Kind gefährlich, wenn wir den anderen Elternteil fragen?"),
            help=_("Dann fragen wir nicht nach, bevor wir mit Ihnen gesprochen haben."),
            why=_(
                "Wegen Unterhalt für das Kind schreiben wir dem anderen Elternteil manchmal. Sie müssen hier nicht antworten und nichts erklären. Ohne Antwort wissen wir aber nichts von einer Gefahr; Sie können es uns auch später sagen."
            ),
            basis="§ 65 Abs. 1 Nr. 2 SGB I",
            needed_if=lambda own: own.parent_outside,
            needed_when=_("wenn ein Elternteil woanders lebt"),
            sensitive=True,
        ),
    ),
    named=_("Wo lebt %(name)s?"),
    when=_("wenn die Person ein Kind von Ihnen, Ihrer Partnerin oder Ihrem Partner ist"),
    applies_to=_is_child,
)

CHILD_BENEFIT = Step(
    "kindergeld",
    _("Kindergeld"),
    (
        Choice(
            "child_benefit_recipient",
            _("Wer bekommt das Kindergeld?"),
            where=_("Steht im Bescheid der Familienkasse und auf dem Kontoauszug"),
            why=_("Kindergeld zählt meistens als Einkommen des Kindes."),
            basis="§ 11 Abs. 1 Satz 5 SGB II",
            options=ChildBenefitRecipient,
            proof=(DocumentClass.CHILD_BENEFIT_NOTICE,),
        ),
    ),
    named=_("Kindergeld für %(name)s"),
    when=_("wenn die Person ein Kind unter 25 ist"),
    applies_to=lambda answers, own: _is_child(answers, own) and is_member(answers, own),
)

SCHOOL = Step(
    "kita-schule",
    _("Kita oder Schule"),
    (
        Choice(
            "school",
            _("Geht das Kind in Kita oder Schule?"),
            why=_("Dafür gibt es extra Geld: zum Beispiel für Schulsachen, Ausflüge und Mittagessen."),
            basis="§ 28 SGB II",
            options=EducationStatus,
            only=(EducationStatus.NONE, EducationStatus.DAY_CARE, EducationStatus.SCHOOL),
        ),
    ),
    named=_("Kita oder Schule: %(name)s"),
    when=_("wenn die Person ein Kind unter 15 ist"),
    applies_to=lambda answers, own: _is_child(answers, own) and is_child_under_15(answers, own),
    annex=Annex.KI,
)

MEMBER_RESIDENCE = Step(
    "aufenthaltsrecht",
    _("Aufenthalt in Deutschland"),
    RESIDENCE.questions,
    named=_("Aufenthalt von %(name)s in Deutschland"),
    when=_("wenn die Person nicht die deutsche Staatsangehörigkeit hat"),
    applies_to=_is_foreign,
)

MEMBER_SUPPORT = Step(
    "asyl-und-kosten-von",
    SUPPORT_FROM_OTHERS.title,
    SUPPORT_FROM_OTHERS.questions,
    named=_("Leistungen für Asylsuchende und Zusagen anderer: %(name)s"),
    when=_("wenn die Person nicht die deutsche Staatsangehörigkeit hat"),
    applies_to=_is_foreign,
)

FURTHER = Step(
    "weitere-angaben",
    _("Weitere Angaben zu einer Person ab 15 Jahren"),
    (
        Name("birth_name", _("Geburtsname"), help=_("Nur wenn die Person früher anders hieß"), required=False),
        Text("birth_place", _("Geburtsort"), required=False),
        TaxId(
            "tax_id",
            _("Steuer-Identifikationsnummer"),
            help=_("11 Ziffern"),
            where=_("Steht auf der Lohnabrechnung und im Steuerbescheid oben"),
            why=_(
                "Zum Beispiel Zuschüsse zu einer privaten Krankenversicherung melden wir mit dieser Nummer dem Finanzamt. Der Antrag geht auch ohne sie weiter."
            ),
            basis="§ 10 Abs. 4b EStG",
            required=False,
        ),
        PensionNumber(
            "pension_insurance_number",
            _("Rentenversicherungsnummer"),
            example=_("Zum Beispiel 65 170839 J 003"),
            where=_("Steht auf dem Sozialversicherungsausweis"),
            required=False,
        ),
    ),
    named=_("Weitere Angaben zu %(name)s"),
    intro=_("Wenn Sie etwas nicht wissen: einfach weiter."),
    when=_("wenn die Person zur Bedarfsgemeinschaft gehört und 15 Jahre oder älter ist"),
    applies_to=lambda answers, own: is_member(answers, own) and not is_child_under_15(answers, own),
    annex=Annex.WEP,
)

MARITAL = Step(
    "familienstand-von",
    _("Familienstand einer anderen Person"),
    (
        Choice(
            "marital_status",
            _("Familienstand"),
            why=_(
                "Danach richtet sich, ob wir die Person bei Ihnen mitrechnen und ob vielleicht jemand Unterhalt für sie zahlen muss."
            ),
            basis="§ 7 Abs. 3 SGB II",
            options=MaritalStatus,
        ),
        Date(
            "marital_status_since",
            _("Seit wann?"),
            help=_("Der ungefähre Tag reicht."),
            needed_if=lambda own: own.marital_status not in {None, MaritalStatus.SINGLE},
            needed_when=_("wenn die Person nicht ledig ist"),
        ),
    ),
    named=_("Familienstand von %(name)s"),
    when=_("wenn die Person zur Bedarfsgemeinschaft gehört, erwachsen ist und nicht mit Ihnen verheiratet"),
    applies_to=has_own_status,
)

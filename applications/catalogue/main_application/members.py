"""What is asked about everybody in the list of people, each as far as it concerns them (KI, WEP, VE, HG)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import (
    Amount,
    Choice,
    Date,
    LongText,
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
    is_relative_only,
    possible_parents,
)
from applications.catalogue.question import Words
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

IN_QUESTION = frozenset({Relation.UNMARRIED_PARTNER, Relation.OTHER})
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


def _together_since(own: Part) -> Iterator[Words]:
    """The answer and the date say different things."""
    if own.together_over_a_year is False and own.common_child:
        yield _("Sie haben ein gemeinsames Kind und wohnen noch kein Jahr zusammen. Wenn das stimmt, ist alles gut.")


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
        Choice("residence", _("Wie oft ist das Kind bei Ihnen?"), basis="§ 38 Abs. 2 SGB II", options=Residence),
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

TOGETHER = Step(
    "zusammenleben",
    _("Wie leben Sie zusammen?"),
    (
        YesNo(
            "together_over_a_year", _("Wohnen Sie seit mehr als einem Jahr zusammen?"), basis="§ 7 Abs. 3a Nr. 1 SGB II"
        ),
        Date(
            "together_since", _("Seit wann wohnen Sie zusammen?"), help=_("Der ungefähre Tag reicht."), required=False
        ),
        YesNo("common_child", _("Haben Sie ein gemeinsames Kind?"), basis="§ 7 Abs. 3a Nr. 2 SGB II"),
        YesNo(
            "joint_care", _("Kümmern Sie sich zusammen um Kinder oder Angehörige?"), basis="§ 7 Abs. 3a Nr. 3 SGB II"
        ),
        YesNo(
            "power_over_assets",
            _("Dürfen Sie über das Geld der anderen Person verfügen oder umgekehrt?"),
            basis="§ 7 Abs. 3a Nr. 4 SGB II",
        ),
        LongText(
            "own_statement",
            _("Möchten Sie dazu etwas sagen?"),
            help=_("Zum Beispiel: Sie wohnen nur zusammen und sind kein Paar."),
            required=False,
        ),
    ),
    named=_("Wie leben Sie und %(name)s zusammen?"),
    intro=_(
        "Das Gesetz vermutet manchmal, dass zwei Menschen füreinander sorgen. Sie können das hier bestätigen oder erklären, dass es anders ist."
    ),
    when=_(
        "wenn die Person Ihre Partnerin oder Ihr Partner ohne Trauschein ist oder eine andere Beziehung zu Ihnen hat"
    ),
    applies_to=lambda _answers, own: own.relation in IN_QUESTION,
    check=_together_since,
    annex=Annex.VE,
    annex_if=lambda own: own.together_over_a_year or own.common_child or own.joint_care or own.power_over_assets,
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
            basis="§ 32b EStG",
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
        Choice("marital_status", _("Familienstand"), basis="§ 7 Abs. 3 SGB II", options=MaritalStatus),
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

RELATIVE = Step(
    "verwandte",
    _("Hilfe von Verwandten im Haushalt"),
    (
        YesNo(
            "relative_gives",
            _("Bekommen Sie von dieser Person Geld oder Sachen?"),
            why=_("Verwandte müssen Ihnen nicht helfen. Wir rechnen nur an, was Sie wirklich bekommen."),
            basis="§ 9 Abs. 5 SGB II",
        ),
        Amount(
            "relative_amount",
            _("Falls ja: Wie viel ist das ungefähr im Monat?"),
            needed_if=lambda own: own.relative_gives,
            needed_when=_("wenn Sie Geld oder Sachen bekommen"),
        ),
        YesNo(
            "relative_free_board",
            _("Wohnen oder essen Sie kostenlos bei dieser Person?"),
            basis="§ 9 Abs. 5 SGB II",
        ),
        LongText(
            "relative_note",
            _("Möchten Sie etwas dazu sagen?"),
            help=_(
                "Zum Beispiel zum Einkommen der Person, wenn sie einverstanden ist, oder warum sie nicht helfen kann"
            ),
            required=False,
        ),
    ),
    named=_("Hilft %(name)s Ihnen?"),
    when=_("wenn die Person mit Ihnen verwandt oder verschwägert ist und nicht zur Bedarfsgemeinschaft gehört"),
    applies_to=is_relative_only,
    annex=Annex.HG,
)

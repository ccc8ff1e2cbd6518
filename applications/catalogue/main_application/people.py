"""Section "Menschen bei Ihnen": who lives in the dwelling and how they belong together (HA 38, 79–80, KI, WEP, VE)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Choice, Country, Date, LongText, Name, Official, PersonReference, YesNo
from applications.catalogue.main_application.subjects import (
    CHILDREN,
    PARTNERS,
    is_at_home,
    is_child_under_15,
    is_under_25,
    person_name,
    possible_parents,
)
from applications.catalogue.main_application.you import RESIDENCE
from applications.catalogue.question import Words
from applications.catalogue.structure import Collection, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import DocumentClass, EducationStatus, MaritalStatus, Relation, Residence, Sex

# A pure flat-share is nobody's business: flatmates are not asked for (domain 2.4, HG/VE).
RELATIONS = tuple(relation for relation in Relation if relation is not Relation.FLATMATE)
IN_QUESTION = frozenset({Relation.UNMARRIED_PARTNER, Relation.OTHER})
APART = frozenset({MaritalStatus.SEPARATED, MaritalStatus.DIVORCED, MaritalStatus.PARTNERSHIP_DISSOLVED})


def has_children(answers: Answers) -> bool:
    """Whether children of applicant or partner live here."""
    return is_at_home(answers) and any(person.relation in CHILDREN for person in answers.people.persons)


def _has_other_adults(answers: Answers) -> bool:
    return is_at_home(answers) and any(person.relation in PARTNERS for person in answers.people.persons)


def _is_child(_answers: Answers, own: Part) -> bool:
    return own.relation in CHILDREN


def _may_get_maintenance(answers: Answers) -> bool:
    """Whether somebody outside may owe the applicant maintenance: a former partner, or parents of somebody under 25."""
    return answers.you.marital_status in APART or answers.people.parent_outside is True


def _together_since(own: Part) -> Iterator[Words]:
    """The answer and the date say different things."""
    if own.together_over_a_year is False and own.common_child:
        yield _("Sie haben ein gemeinsames Kind und wohnen noch kein Jahr zusammen. Wenn das stimmt, ist alles gut.")


ALONE = Step(
    "alleine",
    _("Ihr Haushalt"),
    (
        YesNo(
            "lives_alone",
            _("Wohnen Sie allein?"),
            help=_("Mitbewohnerinnen und Mitbewohner in einer WG zählen hier nicht."),
            why=_("Wir rechnen für alle zusammen, die als Familie oder als Paar zusammen leben."),
            basis="§ 7 Abs. 3 SGB II",
            official=Official("HA", "79"),
        ),
    ),
)

PERSON = Step(
    "person",
    _("Eine Person, die bei Ihnen lebt"),
    (
        Choice(
            "relation",
            _("Wer ist diese Person für Sie?"),
            official=Official("HA", "80"),
            options=Relation,
            only=RELATIONS,
            as_list=True,
        ),
        Name("first_name", _("Vorname")),
        Name("last_name", _("Nachname")),
        Date("birth_date", _("Geburtsdatum"), help=_("Zum Beispiel 9 2 2022"), basis="§ 20, § 23 SGB II"),
        Country("nationality", _("Staatsangehörigkeit"), basis="§ 7 Abs. 1 SGB II"),
        Choice("sex", _("Geschlecht im Personenstandsregister"), options=Sex, required=False),
    ),
    named=_("Angaben zu %(name)s"),
)

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
            sensitive=True,
        ),
    ),
    named=_("Wo lebt %(name)s?"),
    applies_to=_is_child,
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
    applies_to=lambda answers, own: _is_child(answers, own) and is_child_under_15(answers, own),
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
    applies_to=lambda _answers, own: own.relation in IN_QUESTION,
    check=_together_since,
)

PERSON_RESIDENCE = Step(
    "aufenthaltsrecht",
    _("Aufenthalt in Deutschland"),
    RESIDENCE.questions,
    named=_("Aufenthalt von %(name)s in Deutschland"),
    applies_to=lambda _answers, own: own.nationality not in {None, "DE"},
)

PERSONS = Collection(
    "persons",
    "personen",
    _("Wer lebt bei Ihnen?"),
    (PERSON, PERSON_RESIDENCE, CHILD, SCHOOL, TOGETHER),
    one=_("Person"),
    add=_("Person hinzufügen"),
    more=_("Weitere Person hinzufügen"),
    empty=_("Sie haben noch niemanden eingetragen."),
    name=person_name,
    intro=_(
        "Tragen Sie Partnerin oder Partner, Kinder, Eltern und andere Verwandte ein. Sich selbst und Mitbewohner einer WG bitte nicht."
    ),
    applies_when=is_at_home,
)

OWN_PARENTS = Step(
    "eltern",
    _("Ihre Eltern"),
    (
        YesNo(
            "parent_outside",
            _("Lebt Ihre Mutter oder Ihr Vater woanders?"),
            why=_(
                "Vielleicht müssen Ihre Eltern Unterhalt zahlen, weil Sie unter 25 sind. Das prüfen wir mit Ihnen zusammen."
            ),
            basis="§ 33 SGB II",
            official=Official("HA", "38"),
        ),
    ),
    applies_when=is_under_25,
)

MAINTENANCE = Step(
    "unterhalt",
    _("Unterhalt für Sie"),
    (
        YesNo(
            "maintenance_unsafe",
            _("Wäre es für Sie gefährlich, wenn wir andere nach Unterhalt fragen?"),
            help=_(
                "Zum Beispiel Ihre frühere Partnerin, Ihren früheren Partner oder Ihre Eltern. Bei „Ja“ sprechen wir zuerst mit Ihnen."
            ),
            basis="§ 65 Abs. 1 Nr. 2 SGB I",
            sensitive=True,
        ),
    ),
    applies_when=_may_get_maintenance,
)

SINGLE_PARENT = Step(
    "alleinerziehend",
    _("Erziehen Sie allein?"),
    (
        YesNo(
            "single_parent",
            _("Erziehen Sie Ihre Kinder allein?"),
            help=_("Das heißt: Niemand sonst in der Wohnung kümmert sich mit Ihnen um die Kinder."),
            why=_("Dann steht Ihnen jeden Monat mehr Geld zu."),
            basis="§ 21 Abs. 3 SGB II",
            official=Official("HA", "35"),
        ),
    ),
    applies_when=has_children,
)

FOR_ALL = Step(
    "fuer-alle",
    _("Antrag für alle"),
    (
        YesNo(
            "represents_all",
            _("Sind alle Erwachsenen einverstanden, dass Sie den Antrag für alle stellen?"),
            help=_("Jede erwachsene Person kann das jederzeit anders entscheiden."),
            basis="§ 38 SGB II",
        ),
    ),
    applies_when=_has_other_adults,
)

PEOPLE = Section(
    "people", _("Menschen bei Ihnen"), (ALONE, PERSONS, SINGLE_PARENT, FOR_ALL, OWN_PARENTS, MAINTENANCE), carried=True
)

"""Section "Menschen bei Ihnen": who lives in the dwelling and how they belong together (HA 38, 79–80, KI, WEP, VE)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Choice, Country, Date, Name, Official, YesNo
from applications.catalogue.main_application.maintenance_concerns import may_get_maintenance
from applications.catalogue.main_application.members import (
    CHILD,
    CHILD_BENEFIT,
    FURTHER,
    MARITAL,
    MEMBER_RESIDENCE,
    MEMBER_SUPPORT,
    SCHOOL,
)
from applications.catalogue.main_application.subjects import (
    CHILDREN,
    PARTNERS,
    is_at_home,
    is_under_25,
    person_name,
)
from applications.catalogue.main_application.together import RELATIVE, TOGETHER
from applications.catalogue.structure import Collection, Section, Step
from applications.claim.answers import Answers
from applications.enums import Relation, Sex

# A pure flat-share is nobody's business: flatmates are not asked for (domain 2.4, HG/VE).
RELATIONS = tuple(relation for relation in Relation if relation is not Relation.FLATMATE)


def has_children(answers: Answers) -> bool:
    """Whether children of applicant or partner live here."""
    return is_at_home(answers) and any(person.relation in CHILDREN for person in answers.people.persons)


def _has_other_adults(answers: Answers) -> bool:
    return is_at_home(answers) and any(person.relation in PARTNERS for person in answers.people.persons)


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
        Date(
            "birth_date",
            _("Geburtsdatum"),
            help=_("Zum Beispiel 9 2 2022"),
            why=_("Vom Alter hängt ab, mit welchem Betrag wir für die Person rechnen und was wir noch zu ihr fragen."),
            basis="§ 20, § 23 SGB II",
        ),
        Country(
            "nationality",
            _("Staatsangehörigkeit"),
            why=_(
                "Ohne deutsche Staatsangehörigkeit kommt es auf den Aufenthalt an, ob die Person selbst Geld bekommen kann. Dann fragen wir danach."
            ),
            basis="§ 7 Abs. 1 SGB II",
        ),
        Choice("sex", _("Geschlecht im Personenstandsregister"), options=Sex, required=False),
    ),
    named=_("Angaben zu %(name)s"),
)

PERSONS = Collection(
    "persons",
    "personen",
    _("Wer lebt bei Ihnen?"),
    (
        PERSON,
        MEMBER_RESIDENCE,
        MEMBER_SUPPORT,
        FURTHER,
        MARITAL,
        CHILD,
        CHILD_BENEFIT,
        SCHOOL,
        TOGETHER,
        RELATIVE,
    ),
    one=_("Person"),
    add=_("Person hinzufügen"),
    more=_("Weitere Person hinzufügen"),
    empty=_("Sie haben noch niemanden eingetragen."),
    name=person_name,
    intro=_(
        "Tragen Sie Partnerin oder Partner, Kinder, Eltern und andere Verwandte ein. Sich selbst und Mitbewohner einer WG bitte nicht."
    ),
    when=_("wenn Sie nicht allein wohnen"),
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
    when=_("wenn Sie unter 25 sind"),
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
            why=_(
                "Wer vielleicht Unterhalt für Sie zahlen muss, bekommt manchmal Post von uns. Sie müssen hier nicht antworten. Ohne Antwort wissen wir aber nichts von einer Gefahr; Sie können es uns auch später sagen."
            ),
            basis="§ 65 Abs. 1 Nr. 2 SGB I",
            sensitive=True,
        ),
    ),
    when=_("wenn Sie getrennt oder geschieden sind oder wenn ein Elternteil von Ihnen woanders lebt"),
    applies_when=may_get_maintenance,
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
    when=_("wenn Kinder bei Ihnen leben"),
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
            why=_(
                "Bei „Ja“ schreiben wir an Sie, und Sie können das Geld für alle bekommen. Bei „Nein“ kann jede erwachsene Person selbst einen Antrag stellen."
            ),
            basis="§ 38 SGB II",
        ),
    ),
    when=_("wenn Ihre Partnerin oder Ihr Partner bei Ihnen lebt"),
    applies_when=_has_other_adults,
)

PEOPLE = Section(
    "people", _("Menschen bei Ihnen"), (ALONE, PERSONS, SINGLE_PARENT, FOR_ALL, OWN_PARENTS, MAINTENANCE), carried=True
)

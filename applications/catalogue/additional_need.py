"""Additional needs (§ 21 SGB II) while benefits are paid already. Asks what the main application asks, and a little more."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS
from applications.catalogue.kinds import Amount, Date, Name, Several, YesNo
from applications.catalogue.main_application.closing import CLOSING
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.main_application.home_costs import HEATING
from applications.catalogue.main_application.needs import (
    DIET,
    DISABILITY,
    PREGNANCY,
    SCHOOL_BOOKS,
    SITUATIONS,
    SPECIAL_NEED,
    SPECIAL_NEED_REASON,
)
from applications.catalogue.main_application.subjects import CHILDREN, PARTNERS, applicant, person_name
from applications.catalogue.structure import ApplicationType, Collection, ForEach, Origin, Section, Step, Subject
from applications.claim.answers import Answers
from applications.enums import DocumentClass, HouseholdNeed, Topic

OTHERS = Step(
    "andere",
    _("Wer lebt bei Ihnen?"),
    (
        YesNo(
            "lives_alone",
            _("Wohnen Sie allein?"),
            help=_("Mitbewohnerinnen und Mitbewohner in einer WG zählen hier nicht."),
            why=_("Auch Ihre Partnerin, Ihr Partner und Ihre Kinder können mehr Geld bekommen."),
            basis="§ 21 SGB II",
        ),
    ),
)

MEMBER = Step(
    "mitglied",
    _("Eine Person, die bei Ihnen lebt"),
    (Name("first_name", _("Vorname")), Name("last_name", _("Nachname")), Date("birth_date", _("Geburtsdatum"))),
    named=_("Angaben zu %(name)s"),
)


def _is_of_the_unit(item: Mapping[str, Any]) -> bool:
    """Whether somebody of the household, as stored by the main application, is partner or child."""
    return item.get("relation") in PARTNERS | CHILDREN


HOUSEHOLD = Section(
    "household",
    _("Menschen bei Ihnen"),
    (
        OTHERS,
        Collection(
            "others",
            "menschen",
            _("Um wen geht es noch?"),
            (MEMBER,),
            one=_("Person"),
            add=_("Person hinzufügen"),
            more=_("Weitere Person hinzufügen"),
            empty=_("Sie haben noch niemanden eingetragen."),
            name=person_name,
            intro=_("Partnerin oder Partner und Kinder. Wenn Sie allein erziehen: bitte alle Kinder."),
            applies_when=lambda answers: answers.household.lives_alone is False,
            when=_("wenn Sie nicht allein wohnen"),
            begins_with=Origin("people", "persons", _is_of_the_unit),
        ),
    ),
    carried=True,
)


def everybody(answers: Answers) -> tuple[Subject, ...]:
    """The person who applies and all who were entered."""
    others = answers.household.others if answers.household.lives_alone is False else ()
    return (applicant(answers), *(Subject(other.id, str(person_name(other))) for other in others))


def _ticked(need: HouseholdNeed, answers: Answers) -> bool:
    return need in (answers.living.household_needs or ())


WATER = Step(
    "heizkosten",
    _("Warmes Wasser und Heizung"),
    tuple(question for question in HEATING.questions if question.key == "hot_water_in_heating"),
    applies_when=lambda answers: _ticked(HouseholdNeed.HOT_WATER, answers),
    when=_("wenn das warme Wasser in der Wohnung gemacht wird"),
)


HOME = Section(YOUR_ADDRESS.key, _("Ihre Wohnung"), (*YOUR_ADDRESS.parts, WATER), carried=True)

LIVING = Section(
    "living",
    _("Wie Sie leben"),
    (
        Step(
            "zusammen",
            _("Wie leben Sie?"),
            (
                Several(
                    "household_needs",
                    _("Was trifft zu?"),
                    help=_("Kreuzen Sie nichts an, wenn nichts davon zutrifft."),
                    why=_("In diesen Fällen kann es jeden Monat mehr Geld geben."),
                    basis="§ 21 Abs. 3, 7 SGB II",
                    options=HouseholdNeed,
                ),
            ),
        ),
        Step(
            "alleinerziehend",
            _("Allein erziehen"),
            (
                Date(
                    "alone_since",
                    _("Seit wann sorgen Sie allein für die Kinder?"),
                    help=_("Der ungefähre Tag reicht. Wir fragen nicht, warum."),
                    why=_(
                        "Ab dann kann Ihnen jeden Monat mehr Geld zustehen, vielleicht auch für Monate, "
                        "die schon vorbei sind."
                    ),
                    basis="§ 21 Abs. 3 SGB II",
                ),
                YesNo(
                    "care_shared",
                    _("Sind die Kinder etwa die halbe Zeit beim anderen Elternteil?"),
                    help=_("Dann kann es einen Teil des Geldes geben."),
                    why=_(
                        "Sind die Kinder meistens bei Ihnen, kann es den ganzen Betrag geben. Besuche am "
                        "Wochenende ändern daran meistens nichts."
                    ),
                    basis="§ 21 Abs. 3 SGB II",
                ),
            ),
            applies_when=lambda answers: _ticked(HouseholdNeed.SINGLE_PARENT, answers),
            when=_("wenn Sie Ihre Kinder allein erziehen"),
        ),
        Step(
            "warmwasser",
            _("Warmes Wasser"),
            (
                YesNo(
                    "hot_water_meter",
                    _("Gibt es einen eigenen Zähler nur für das warme Wasser?"),
                    help=_("Ohne Zähler gibt es einen festen Betrag für jede Person."),
                    why=_(
                        "Mehr als den festen Betrag können wir nur mit einem eigenen Zähler zahlen. Ohne "
                        "Zähler müssen Sie dafür nichts belegen."
                    ),
                    basis="§ 21 Abs. 7 Satz 3 SGB II",
                ),
                Amount(
                    "hot_water_cost",
                    _("Falls ja: Was kostet das warme Wasser im Monat?"),
                    where=_("Steht auf der Abrechnung."),
                    why=_(
                        "Sind Ihre Kosten höher als der feste Betrag, können wir vielleicht mehr zahlen. "
                        "Sind sie niedriger, bleibt es meistens beim festen Betrag."
                    ),
                    basis="§ 21 Abs. 7 Satz 3 SGB II",
                    proof=(DocumentClass.HEATING_BILL,),
                    needed_if=lambda own: own.hot_water_meter,
                    needed_when=_("wenn es einen eigenen Zähler gibt"),
                ),
            ),
            applies_when=lambda answers: _ticked(HouseholdNeed.HOT_WATER, answers),
            when=_("wenn das warme Wasser in der Wohnung gemacht wird"),
        ),
    ),
)


def _needs() -> Iterator[Step]:
    """The questions of the main application with the words for their conditions, and what is asked here only."""
    yield SITUATIONS
    yield replace(PREGNANCY, when=_("wenn jemand schwanger ist"))
    yield DIET
    yield replace(DISABILITY, when=_("wenn jemand eine Behinderung hat"))
    yield SCHOOL_BOOKS
    yield SPECIAL_NEED
    yield SPECIAL_NEED_REASON


# Not the main application's section: its list would take the place of the list that renewals begin with.
NEEDS = Section(
    "situations",
    _("Besondere Situationen"),
    (ForEach("people", everybody, tuple(_needs()), when=_("für Sie und alle, die Sie eingetragen haben")),),
)

FORM = ApplicationType(
    key="additional_need",
    title=_("Mehrbedarf: mehr Geld in besonderen Situationen"),
    version="2026.1",
    sections=(
        ABOUT_YOU,
        HOUSEHOLD,
        NEEDS,
        LIVING,
        HOME,
        EVIDENCE,
        CLOSING,
    ),
    people=everybody,
    place=210,
    topic=Topic.EXTRA,
    summary=_("Schwangerschaft, allein erziehen, Behinderung, teure Ernährung, Schulbücher, warmes Wasser."),
    duration=_("etwa 5 bis 10 Minuten"),
    prepare=_("Wenn Sie haben: Mutterpass, Bescheid über Teilhabe, Bücherliste der Schule."),
)

"""First equipment: dwelling, appliances, clothes, pregnancy and birth; orthopaedic shoes and devices (§ 24(3) SGB II)."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS, only_you
from applications.catalogue.kinds import Amount, Date, LongText, Name, Number, Several, Text, YesNo
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.main_application.subjects import is_under_25
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Collection, Page, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import DocumentClass, EquipmentKind, EquipmentReason, Topic

BASIS = "§ 24 Abs. 3 SGB II"
HOME = frozenset({EquipmentKind.FLAT, EquipmentKind.APPLIANCES})
BABY = frozenset({EquipmentKind.PREGNANCY, EquipmentKind.BIRTH})
THERAPY = frozenset({EquipmentKind.SHOES, EquipmentKind.DEVICES})


def _any_of(kinds: frozenset[EquipmentKind]) -> Callable[[Answers], bool]:
    """Whether one of these was ticked."""
    return lambda answers: not kinds.isdisjoint(answers.equipment.kinds or ())


def _asks_for_things(answers: Answers) -> bool:
    """Whether a list is needed: not for shoes and devices alone, which have a page of their own."""
    return bool(set(answers.equipment.kinds or ()) - THERAPY)


def _named(own: Part) -> Words:
    return own.thing or _text("Sache ohne Namen")


BEFORE = Step(
    "erst-fragen",
    _("Bitte kaufen Sie erst, wenn wir geantwortet haben"),
    tells=(
        _(
            "Wir können Geld, Gutscheine oder die Sachen selbst geben. Oft gibt es feste Beträge. Was Sie vorher kaufen, "
            "können wir vielleicht nicht bezahlen."
        ),
        _("Wenn etwas nicht warten kann, rufen Sie uns bitte an."),
        _(
            "Es geht um Sachen, die Sie zum ersten Mal brauchen oder nach einem Einschnitt ganz neu: zum Beispiel nach "
            "einer Trennung, einem Brand oder einer Zeit ohne Wohnung. Das Geld müssen Sie nicht zurückzahlen."
        ),
        _(
            "Ist nur ein Gerät kaputt, das Sie schon hatten, nehmen Sie bitte das Formular „Hilfe in einer Notlage“. Wenn "
            "Sie nicht sicher sind: Schreiben Sie uns hier. Wir ordnen es richtig ein."
        ),
        _("Diese Hilfe kann es auch geben, wenn Ihr Geld sonst zum Leben reicht."),
    ),
    page=Page.NOTICE,
)

WHAT = Step(
    "was",
    _("Was brauchen Sie?"),
    (
        Several(
            "kinds",
            _("Was brauchen Sie?"),
            help=_("Sie können mehreres ankreuzen."),
            why=_(
                "Ihr Kreuz zählt als Antrag, und nur danach fragen wir weiter. Schwangerschaft oder "
                "Krankheit müssen Sie nicht nennen. Dann prüfen wir diesen Teil nicht."
            ),
            basis=BASIS,
            options=EquipmentKind,
            sensitive=True,
            proof_if_there=(DocumentClass.COST_ESTIMATE,),
        ),
    ),
)

REASON = Step(
    "warum",
    _("Warum brauchen Sie es?"),
    (
        Several(
            "reasons",
            _("Was ist der Grund?"),
            help=_("Sie müssen nicht sagen, welche Krankheit es ist oder warum Sie sich getrennt haben."),
            why=_("Für die erste Ausstattung gibt es mehr Hilfe als für Ersatz."),
            basis=BASIS,
            options=EquipmentReason,
            sensitive=True,
        ),
        Date("reason_since", _("Wann war oder ist das?"), help=_("Der ungefähre Tag reicht.")),
        LongText(
            "reason_note",
            _("Möchten Sie dazu etwas sagen?"),
            help=_("Ein Satz reicht."),
            required=False,
        ),
    ),
    applies_when=_asks_for_things,
    when=_("wenn Sie etwas anderes als Schuhe oder Geräte brauchen"),
)

DWELLING = Step(
    "wohnung",
    _("Ihre Wohnung"),
    (
        Date(
            "first_rent_from",
            _("Seit wann oder ab wann gilt Ihr Mietvertrag?"),
            help=_("Zum Beispiel 15 1 2027"),
            where=_("Steht im Mietvertrag auf der ersten Seite."),
            why=_(
                "So sehen wir, wie eilig es ist. Wohnen Sie schon länger dort, kann es trotzdem Hilfe "
                "geben, wenn die Sachen immer gefehlt haben."
            ),
            basis=BASIS,
            proof_if_there=(DocumentClass.LEASE,),
        ),
    ),
    applies_when=_any_of(HOME),
    when=_("wenn es um eine Wohnung geht"),
)

YOUNG = Step(
    "unter-25",
    _("Hat das Jobcenter dem Umzug zugestimmt?"),
    (
        YesNo(
            "young_assurance",
            _("Hat ein Jobcenter Ihrem Umzug vorher zugestimmt?"),
            help=_("Das heißt „Zusicherung“. Wenn nicht, schreiben Sie uns bitte, warum Sie ausziehen mussten."),
            why=_("Wer unter 25 ist, bekommt Möbel meistens nur nach einer Zustimmung. Es gibt Ausnahmen."),
            basis="§ 24 Abs. 6, § 22 Abs. 5 SGB II",
        ),
    ),
    applies_when=lambda answers: is_under_25(answers) and _any_of(HOME)(answers),
    when=_("wenn Sie unter 25 sind und es um eine Wohnung geht"),
)

PREGNANCY = Step(
    "schwangerschaft",
    _("Schwangerschaft und Geburt"),
    (
        Date(
            "expected_birth",
            _("Wann soll das Kind kommen?"),
            help=_("Wenn es schon da ist: der Tag der Geburt"),
            where=_("Der Termin steht im Mutterpass."),
            why=_(
                "Das Geld kann es schon vor der Geburt geben. Sie müssen den Tag nicht nennen: Dann "
                "fragen wir vielleicht nach, bis wann Sie die Sachen brauchen."
            ),
            basis="§ 24 Abs. 3 Satz 1 Nr. 2 SGB II",
            proof=(DocumentClass.PREGNANCY_PROOF,),
            sensitive=True,
        ),
        Name(
            "mother_name",
            _("Wer bekommt das Kind?"),
            help=_("Nur wenn nicht Sie selbst"),
            why=_(
                "Kleidung für die Schwangerschaft ist für die Person, die das Kind erwartet. Sie müssen "
                "niemanden nennen: Dann nehmen wir an, dass Sie es selbst sind."
            ),
            basis="§ 24 Abs. 3 Satz 1 Nr. 2 SGB II",
            required=False,
            sensitive=True,
        ),
    ),
    applies_when=_any_of(BABY),
    when=_("bei Schwangerschaft oder Geburt"),
)

DEVICE = Step(
    "schuhe-geraete",
    _("Schuhe oder Geräte"),
    (
        LongText(
            "device_note",
            _("Worum geht es, und was soll gemacht werden?"),
            example=_("Zum Beispiel orthopädische Schuhe neu besohlen"),
            help=_("Sie müssen nicht sagen, welche Krankheit es ist. Die Krankenkasse zahlt meistens den ersten Teil."),
            why=_(
                "Das Gesetz nennt nur bestimmte Kosten: Schuhe kaufen oder reparieren, Geräte reparieren "
                "oder mieten. Was Sie nicht sagen möchten, lassen Sie weg. Dann fragen wir vielleicht "
                "nach."
            ),
            basis="§ 24 Abs. 3 Satz 1 Nr. 3 SGB II",
            proof=(DocumentClass.PRESCRIPTION,),
            proof_if_there=(DocumentClass.COST_ESTIMATE,),
            sensitive=True,
        ),
    ),
    applies_when=_any_of(THERAPY),
    when=_("wenn Sie Schuhe oder Geräte brauchen"),
)

THING = Step(
    "sache",
    _("Was Sie brauchen"),
    (
        Text(
            "thing",
            _("Was brauchen Sie?"),
            example=_("Zum Beispiel Bett, Kinderwagen, Winterjacke"),
            why=_(
                "Jede Sache sehen wir uns einzeln an. Für manches gibt es vielleicht Geld, für manches "
                "einen Gutschein oder die Sache selbst."
            ),
            basis=BASIS,
        ),
        Number("quantity", _("Wie viele?"), largest=999),
        Amount(
            "price",
            _("Was kostet ein Stück ungefähr?"),
            help=_("Nur wenn Sie es wissen. Auch gebrauchte Sachen zählen."),
            required=False,
        ),
        Text("for_whom", _("Für wen?"), help=_("Zum Beispiel Name oder Größe"), required=False),
    ),
    named=_("%(name)s"),
)

THINGS = Collection(
    "things",
    "liste",
    _("Ihre Liste"),
    (THING,),
    one=_("Sache"),
    add=_("Etwas hinzufügen"),
    more=_("Noch etwas hinzufügen"),
    empty=_("Ihre Liste ist noch leer."),
    name=_named,
    intro=_(
        "Schreiben Sie auf, was fehlt. Das Wichtigste zuerst. Sie können Gleiches zusammenfassen, zum Beispiel „Geschirr“."
    ),
    applies_when=_asks_for_things,
    when=_("wenn Sie etwas anderes als Schuhe oder Geräte brauchen"),
    most=60,
)

BOUGHT = Step(
    "schon-gekauft",
    _("Zum Schluss"),
    (
        YesNo(
            "bought_already",
            _("Haben Sie davon schon etwas gekauft oder bestellt?"),
            why=_(
                "Was vor dem Antrag gekauft wurde, können wir oft nicht mehr bezahlen. War es dringend, prüfen wir das."
            ),
            basis="§ 37 Abs. 2 SGB II",
        ),
        LongText(
            "bought_note",
            _("Falls ja: Was, und warum konnte es nicht warten?"),
            needed_if=lambda own: own.bought_already,
            needed_when=_("wenn schon etwas gekauft ist"),
        ),
        LongText("remarks", _("Möchten Sie uns noch etwas sagen?"), required=False),
    ),
)


def _statements(_answers: Answers) -> Iterator[Words]:
    """It only counts if it is asked for by name (§ 37(1) S.2 SGB II)."""
    yield _("Sie haben diese Ausstattung gesondert beantragt (§ 37 Abs. 1 Satz 2, § 24 Abs. 3 SGB II).")


FORM = ApplicationType(
    key="initial_equipment",
    title=_("Erste Ausstattung: Wohnung, Kleidung, Baby"),
    version="2026.1",
    sections=(
        Section("before", _("Vor dem Kaufen"), (BEFORE,)),
        ABOUT_YOU,
        YOUR_ADDRESS,
        Section("equipment", _("Ihre Ausstattung"), (WHAT, REASON, DWELLING, YOUNG, PREGNANCY, DEVICE, THINGS, BOUGHT)),
        EVIDENCE,
    ),
    people=only_you,
    place=220,
    topic=Topic.EXTRA,
    summary=_("Möbel, Haushaltsgeräte, Kleidung, Sachen für Schwangerschaft und Baby, orthopädische Schuhe."),
    statements=_statements,
    duration=_("etwa 10 Minuten"),
    prepare=_("Überlegen Sie, was Ihnen fehlt. Wenn Sie haben: Mietvertrag, Mutterpass, Angebote."),
)

"""What each child needs and what it costs, a page for each benefit (§ 28(2)–(7) SGB II)."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.education_and_participation.people import pupils
from applications.catalogue.kinds import Amount, Date, LongText, Number, Several, Text, YesNo
from applications.catalogue.question import Words
from applications.catalogue.structure import ForEach, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import DocumentClass, EducationNeed


def _asked(kind: EducationNeed) -> Callable[[Answers, Part], bool]:
    """Whether this was ticked for somebody."""
    return lambda _answers, own: kind in (own.kinds or ())


def _ends_before_it_begins(own: Part) -> Iterator[Words]:
    if own.class_trip_from and own.class_trip_until and own.class_trip_until < own.class_trip_from:
        yield _("Das Ende der Fahrt liegt vor dem Anfang. Bitte prüfen Sie die Tage.")


WHAT = Step(
    "bedarf",
    _("Was wird gebraucht?"),
    (
        Several(
            "kinds",
            _("Was wird gebraucht?"),
            help=_("Sie können mehreres ankreuzen."),
            why=_(
                "Für Nachhilfe zählt Ihr Kreuz als eigener Antrag. Nach dem, was Sie nicht ankreuzen, fragen wir nicht."
            ),
            basis="§ 28 SGB II",
            options=EducationNeed,
        ),
        Text(
            "school_class",
            _("Klasse oder Gruppe"),
            example=_("Zum Beispiel 4b"),
            required=False,
        ),
    ),
    named=_("Was braucht %(name)s?"),
)

TRIP = Step(
    "ausflug",
    _("Ausflug"),
    (
        Text(
            "trip_what",
            _("Wohin geht es?"),
            example=_("Zum Beispiel in den Zoo"),
            why=_("Wir können Ausflüge bezahlen, die Schule oder Kita macht. Private Ausflüge gehören nicht dazu."),
            basis="§ 28 Abs. 2 SGB II",
        ),
        Date("trip_on", _("Wann?"), help=_("Zum Beispiel 12 5 2027")),
        Amount(
            "trip_cost",
            _("Was kostet es?"),
            help=_("Ohne Taschengeld"),
            where=_("Steht im Schreiben der Schule oder Kita."),
            why=_("Für Ausflüge gibt es keinen festen Betrag. Es zählt, was der Ausflug wirklich kostet."),
            basis="§ 28 Abs. 2 SGB II",
            proof=(DocumentClass.SCHOOL_TRIP_LETTER,),
        ),
        YesNo(
            "trip_paid",
            _("Haben Sie das schon bezahlt?"),
            why=_(
                "Ist noch nichts bezahlt, geht das Geld oft direkt an Schule oder Kita. Haben Sie schon "
                "gezahlt, prüfen wir, ob Sie es von uns zurückbekommen können."
            ),
            basis="§ 30 SGB II",
        ),
    ),
    named=_("Ausflug von %(name)s"),
    applies_to=_asked(EducationNeed.TRIP),
    when=_("wenn ein Ausflug ansteht"),
)

CLASS_TRIP = Step(
    "klassenfahrt",
    _("Fahrt über mehrere Tage"),
    (
        Text(
            "class_trip_what",
            _("Wohin geht es?"),
            why=_(
                "Wichtig ist, dass die Fahrt von Schule oder Kita aus geht. Auch eine Fahrt ins Ausland "
                "kann dazugehören."
            ),
            basis="§ 28 Abs. 2 SGB II",
        ),
        Date("class_trip_from", _("Erster Tag"), help=_("Zum Beispiel 10 5 2027")),
        Date("class_trip_until", _("Letzter Tag"), help=_("Zum Beispiel 14 5 2027")),
        Amount(
            "class_trip_cost",
            _("Was kostet es?"),
            help=_("Ohne Taschengeld"),
            where=_("Steht im Schreiben der Schule oder Kita."),
            why=_(
                "Auch hier zählen die wirklichen Kosten. Dazu gehören zum Beispiel Bus, Übernachtung und "
                "Eintritt, wenn die Schule sie mit berechnet."
            ),
            basis="§ 28 Abs. 2 SGB II",
            proof=(DocumentClass.SCHOOL_TRIP_LETTER,),
        ),
        YesNo(
            "class_trip_paid",
            _("Haben Sie das schon bezahlt?"),
            why=_(
                "Was noch offen ist, zahlen wir oft direkt. Haben Sie schon etwas angezahlt, prüfen wir, "
                "ob Sie diesen Teil zurückbekommen können."
            ),
            basis="§ 30 SGB II",
        ),
    ),
    named=_("Fahrt von %(name)s"),
    applies_to=_asked(EducationNeed.CLASS_TRIP),
    when=_("wenn eine Fahrt über mehrere Tage ansteht"),
    check=_ends_before_it_begins,
)

TRANSPORT = Step(
    "schulweg",
    _("Fahrten zur Schule"),
    (
        Text("transport_how", _("Womit geht es zur Schule?"), example=_("Zum Beispiel Bus, 6 Kilometer")),
        Amount(
            "transport_cost",
            _("Was kostet es im Monat?"),
            where=_("Steht auf der Fahrkarte oder der Rechnung."),
            why=_("Sind die Fahrten zur Schule nötig, richtet sich danach, wie viel wir übernehmen können."),
            basis="§ 28 Abs. 4 SGB II",
            proof=(DocumentClass.SCHOOL_TICKET,),
        ),
        YesNo(
            "transport_paid_by_others",
            _("Bezahlt jemand anderes die Fahrten, zum Beispiel Stadt oder Landkreis?"),
            why=_(
                "Was schon jemand anderes zahlt, zahlen wir nicht noch einmal. Bleibt ein Teil bei Ihnen, "
                "prüfen wir diesen Teil."
            ),
            basis="§ 28 Abs. 4 SGB II",
        ),
    ),
    named=_("Fahrten zur Schule: %(name)s"),
    applies_to=_asked(EducationNeed.TRANSPORT),
    when=_("wenn Fahrten zur Schule Geld kosten"),
)

TUTORING = Step(
    "nachhilfe",
    _("Nachhilfe"),
    (
        Text(
            "tutoring_subjects",
            _("In welchen Fächern?"),
            example=_("Zum Beispiel Mathematik und Deutsch"),
            why=_("Die Schule bestätigt, dass Nachhilfe nötig ist. Die Vorlage dafür bekommen Sie bei uns."),
            basis="§ 28 Abs. 5 SGB II",
            proof=(DocumentClass.TUTORING_CONFIRMATION,),
        ),
        Number("tutoring_hours", _("Wie viele Stunden in der Woche?"), largest=99, required=False),
        Text("tutoring_by", _("Wer gibt die Nachhilfe?"), help=_("Wenn Sie es schon wissen"), required=False),
        Amount("tutoring_cost", _("Was kostet eine Stunde?"), help=_("Wenn Sie es schon wissen"), required=False),
    ),
    named=_("Nachhilfe für %(name)s"),
    intro=_("Niemand muss dafür in Gefahr sein, sitzenzubleiben."),
    applies_to=_asked(EducationNeed.TUTORING),
    when=_("wenn Nachhilfe gebraucht wird"),
)

LUNCH = Step(
    "mittagessen",
    _("Mittagessen"),
    (
        Text(
            "lunch_by",
            _("Wer macht das Mittagessen?"),
            help=_("Schule, Kita, Tagespflege oder Firma"),
            why=_(
                "Wir können Mittagessen bezahlen, bei dem die Kinder zusammen essen. Meistens zahlen wir "
                "direkt an die Stelle, die es anbietet."
            ),
            basis="§ 28 Abs. 6 SGB II",
            proof=(DocumentClass.LUNCH_PROOF,),
        ),
        Date("lunch_since", _("Seit wann oder ab wann?"), help=_("Der ungefähre Tag reicht.")),
        Amount(
            "lunch_cost",
            _("Was kostet es im Monat?"),
            where=_("Steht im Vertrag oder auf der Rechnung."),
            help=_("Ein ungefährer Betrag reicht."),
            required=False,
        ),
    ),
    named=_("Mittagessen für %(name)s"),
    applies_to=_asked(EducationNeed.LUNCH),
    when=_("wenn es Mittagessen gibt"),
)

PARTICIPATION = Step(
    "mitmachen",
    _("Sport, Musik, Verein oder Freizeit"),
    (
        Text(
            "activity",
            _("Was macht das Kind?"),
            example=_("Zum Beispiel Fußball"),
            why=_(
                "Es kann Geld geben für Sport, Kultur, Musikunterricht und Ferienfreizeiten. So sehen "
                "wir, was davon passt."
            ),
            basis="§ 28 Abs. 7 SGB II",
        ),
        Text("activity_by", _("Bei wem?"), example=_("Zum Beispiel TSV Musterstadt")),
        Amount(
            "activity_cost",
            _("Was kostet es im Monat?"),
            help=_("Beiträge für ein Jahr durch 12 teilen. Wenn es nichts kostet: 0."),
            why=_(
                "Den festen Betrag kann es geben, wenn das Mitmachen etwas kostet. Wie viel es genau ist, "
                "ist dafür meistens nicht wichtig."
            ),
            basis="§ 28 Abs. 7 SGB II",
            proof=(DocumentClass.ACTIVITY_PROOF,),
        ),
        LongText(
            "activity_extra",
            _("Braucht das Kind dafür noch etwas?"),
            example=_("Zum Beispiel eine Leih-Geige oder Sportschuhe"),
            why=_(
                "Reicht der feste Betrag dafür nicht, können wir in Ausnahmen mehr zahlen. Schreiben Sie "
                "nichts, prüfen wir nur den festen Betrag."
            ),
            basis="§ 28 Abs. 7 Satz 2 SGB II",
            required=False,
        ),
    ),
    named=_("Sport, Musik, Verein oder Freizeit von %(name)s"),
    applies_to=_asked(EducationNeed.PARTICIPATION),
    when=_("wenn das Kind mitmachen möchte"),
)

BENEFITS = Section(
    "education",
    _("Was gebraucht wird"),
    (
        ForEach(
            "pupils",
            pupils,
            (WHAT, TRIP, CLASS_TRIP, TRANSPORT, TUTORING, LUNCH, PARTICIPATION),
            when=_("für jedes Kind, und für Sie selbst, wenn Sie unter 25 sind und zur Schule gehen"),
        ),
    ),
)

"""What is asked for once, for one purpose: education and participation, equipment, a new job; and all that is left."""

from django.utils.translation import gettext_lazy as _

from applications.claim.matrix.base import PaperClass, Per, Span
from applications.enums import DocumentClass as Doc

SINGLE_NEEDS: dict[Doc, PaperClass] = {
    Doc.SCHOOL_TRIP_LETTER: PaperClass(
        shows=_("wohin die Fahrt geht, wann und was sie kostet"),
        per=Per.THING,
        where=_("Von der Schule oder Kita."),
    ),
    Doc.SCHOOL_TICKET: PaperClass(
        shows=_("was die Fahrten zur Schule kosten"),
        at_most=Span.YEARLY,
        where=_("Vom Verkehrsbetrieb."),
    ),
    Doc.TUTORING_CONFIRMATION: PaperClass(
        shows=_("dass ein Kind Nachhilfe braucht, in welchem Fach und wie lange"),
        at_most=Span.YEARLY,
        hide=_("Es reicht die Bestätigung der Schule. Ein Gutachten über das Kind brauchen wir nicht."),
        where=_("Von der Schule."),
    ),
    Doc.LUNCH_PROOF: PaperClass(
        shows=_("dass ein Kind in Schule oder Kita zu Mittag isst"),
        at_most=Span.YEARLY,
        where=_("Von Schule, Kita oder dem Betrieb, der das Essen liefert."),
    ),
    Doc.ACTIVITY_PROOF: PaperClass(
        shows=_("was Verein, Musikschule oder Freizeit kosten"),
        at_most=Span.YEARLY,
        where=_("Vom Verein oder der Schule."),
    ),
    Doc.PRESCRIPTION: PaperClass(
        shows=_("welches Hilfsmittel Sie brauchen"),
        at_most=Span.RECENT,
        hide=_("Die Krankheit darf geschwärzt sein."),
        where=_("In der Arztpraxis."),
        restricted="Gesundheitsdaten; nötig nur für die Entscheidung nach § 24 Abs. 3 Nr. 3 SGB II.",
    ),
    Doc.COST_ESTIMATE: PaperClass(
        shows=_("was etwas kosten wird"),
        per=Per.THING,
        at_most=Span.RECENT,
        caution=_("Kaufen Sie noch nichts. Das Jobcenter zahlt in der Regel nur, was vorher beantragt ist."),
    ),
    Doc.JOB_INVITATION: PaperClass(
        shows=_("wann und wo das Gespräch ist oder ab wann Sie dort arbeiten"),
        at_most=Span.RECENT,
        where=_("Von der Firma; ein Ausdruck oder Foto der E-Mail reicht."),
    ),
    Doc.DECISION: PaperClass(
        shows=_("um welche Entscheidung es geht"),
        per=Per.THING,
        on_demand=True,
        office_has=_("Unsere eigenen Bescheide haben wir. Das Datum reicht."),
    ),
    Doc.OTHER: PaperClass(
        shows=_("was Sie uns sonst zeigen möchten"),
        per=Per.THING,
        on_demand=True,
        caution=_("Schicken Sie nichts über Ihre Gesundheit, wonach wir nicht gefragt haben."),
    ),
}

"""Circumstances of one person: health, school, a stay in an institution. Most of these are restricted."""

from django.utils.translation import gettext_lazy as _

from applications.claim.matrix.base import Keeps, PaperClass, Span
from applications.enums import DocumentClass as Doc

# Health data: nobody but who decides about it needs to read it, and the portal never asks what the illness is.
DIET_NOTICE = _(
    "Schreiben Sie selbst keine Krankheit auf. Sie können das Attest im verschlossenen Umschlag abgeben, mit Ihrem "
    "Namen darauf. Dann wählen Sie hier: „Ich schicke es später.“"
)

NEEDS: dict[Doc, PaperClass] = {
    Doc.PREGNANCY_PROOF: PaperClass(
        shows=_("wann Ihr Kind kommen soll"),
        keeps=Keeps(Span.YEARLY, "needs"),
        hide=_("Nur die Seite mit dem Termin. Untersuchungen im Mutterpass gehen uns nichts an."),
        where=_("Im Mutterpass, in der Arztpraxis oder bei der Hebamme."),
        restricted="Gesundheitsdaten; im Mutterpass stehen Untersuchungen. Gebraucht wird nur der Termin.",
    ),
    Doc.MEDICAL_DIET_CERT: PaperClass(
        shows=_("dass Sie aus gesundheitlichen Gründen teurer essen müssen"),
        keeps=Keeps(Span.YEARLY, "needs"),
        at_most=Span.YEARLY,
        notice=DIET_NOTICE,
        where=_("In der Arztpraxis. Das leere Formular gibt es beim Jobcenter."),
        restricted="Gesundheitsdaten mit Diagnose; nötig nur für die Entscheidung nach § 21 Abs. 5 SGB II.",
    ),
    Doc.PARTICIPATION_NOTICE: PaperClass(
        shows=_("dass Sie Leistungen zur Teilhabe am Arbeitsleben bekommen"),
        keeps=Keeps(Span.YEARLY, "needs"),
        ends=True,
        hide=_("Art und Dauer bleiben lesbar. Alles über Krankheit oder Behinderung dürfen Sie schwärzen."),
        where=_("Beim Reha-Träger, zum Beispiel Rentenversicherung oder Agentur für Arbeit."),
        restricted="Gesundheitsdaten (Behinderung und Maßnahme); nötig nur für § 21 Abs. 4 SGB II.",
    ),
    Doc.DISABILITY_CARD: PaperClass(
        shows=_("welches Merkzeichen Sie haben, zum Beispiel G"),
        keeps=Keeps(Span.LASTING, "needs"),
        ends=True,
        on_demand=True,
        hide=_("Der Ausweis reicht. Schicken Sie nicht den Bescheid mit den Gründen."),
        restricted="Gesundheitsdaten (Art. 9 DSGVO); nötig nur für § 23 Nr. 4 SGB II.",
    ),
    Doc.SPECIAL_NEED_PROOF: PaperClass(
        shows=_("was Sie regelmäßig zusätzlich brauchen und was es kostet"),
        keeps=Keeps(Span.YEARLY, "needs"),
        at_most=Span.YEARLY,
        hide=_("Rechnungen oder Kostenvoranschläge reichen zuerst. Eine Krankheit müssen Sie nicht nennen."),
        restricted="Zeigt oft eine Krankheit; nötig nur für die Entscheidung nach § 21 Abs. 6 SGB II.",
    ),
    Doc.INSTITUTION_CERT: PaperClass(
        shows=_("wie lange Sie voraussichtlich in der Einrichtung bleiben"),
        at_most=Span.RECENT,
        hide=_("Nur Beginn und Dauer. Warum Sie dort sind, brauchen wir nicht."),
        where=_("Bei der Verwaltung oder dem Sozialdienst der Einrichtung."),
        restricted="Zeigt Krankheit oder Haft (Art. 9, 10 DSGVO); gebraucht werden nur Beginn und Dauer.",
    ),
    Doc.ACCIDENT_REPORT: PaperClass(
        shows=_("wer den Unfall oder Schaden verursacht hat und wo diese Person versichert ist"),
        hide=_("Arztberichte brauchen wir nicht."),
        where=_("Bei der Polizei oder der Versicherung."),
        restricted="Zeigt Verletzungen und Angaben über andere; nötig nur für Ansprüche nach § 116 SGB X.",
    ),
    Doc.SCHOOL_CERT: PaperClass(
        shows=_("dass jemand zur Schule geht, eine Ausbildung macht oder studiert"),
        keeps=Keeps(Span.YEARLY, "work"),
        at_most=Span.YEARLY,
        where=_("Im Sekretariat der Schule, bei der Firma oder im Studierendenportal."),
    ),
    Doc.SCHOOL_BOOK_LIST: PaperClass(
        shows=_("welche Schulbücher oder Arbeitshefte Sie selbst kaufen müssen und was sie kosten"),
        at_most=Span.YEARLY,
        where=_("Von der Schule; oder die Rechnung aus dem Laden."),
    ),
}

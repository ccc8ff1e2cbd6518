"""What the dwelling costs, and what puts it in danger (§ 22 SGB II)."""

from django.utils.translation import gettext_lazy as _

from applications.claim.matrix.base import Keeps, PaperClass, Per, Span
from applications.enums import DocumentClass as Doc

_LANDLORD = _("Bei Ihrer Vermieterin, Ihrem Vermieter oder der Hausverwaltung.")

HOME: dict[Doc, PaperClass] = {
    Doc.LEASE: PaperClass(
        shows=_("wo Sie wohnen und welche Miete vereinbart ist"),
        per=Per.HOUSEHOLD,
        instead=(Doc.RENT_CERT,),
        keeps=Keeps(Span.LASTING, "home"),
        caution=_(
            "Ist die Miete seitdem gestiegen, legen Sie das letzte Schreiben dazu. Eine Mietbescheinigung brauchen wir "
            "nicht, wenn alles im Vertrag steht. Ihre Vermieterin oder Ihr Vermieter muss vom Antrag nichts erfahren."
        ),
        where=_LANDLORD,
    ),
    Doc.RENT_CERT: PaperClass(
        shows=_("welche Miete Sie zahlen"),
        per=Per.HOUSEHOLD,
        instead=(Doc.LEASE,),
        keeps=Keeps(Span.LASTING, "home"),
        on_demand=True,
        caution=_(
            "Die Bescheinigung ist freiwillig. Wer sie ausfüllt, erfährt von Ihrem Antrag. Steht alles im Mietvertrag, "
            "brauchen wir sie nicht."
        ),
        where=_LANDLORD,
    ),
    Doc.SERVICE_CHARGE_BILL: PaperClass(
        shows=_("was Sie für Nebenkosten zahlen, nachzahlen oder zurückbekommen"),
        per=Per.HOUSEHOLD,
        keeps=Keeps(Span.YEARLY, "home"),
        on_demand=True,
        where=_LANDLORD,
    ),
    Doc.HEATING_BILL: PaperClass(
        shows=_("was Sie für Heizung zahlen, nachzahlen oder zurückbekommen"),
        per=Per.HOUSEHOLD,
        keeps=Keeps(Span.YEARLY, "home"),
        on_demand=True,
        where=_("Bei der Hausverwaltung oder beim Versorger."),
    ),
    Doc.OWNER_COSTS: PaperClass(
        shows=_("was Ihr Eigentum kostet: Zinsen, Grundsteuer, Versicherung, Wasser, Müll, Hausgeld"),
        per=Per.HOUSEHOLD,
        period="papers.period_months.owner_costs",
        keeps=Keeps(Span.YEARLY, "home"),
        where=_("Bescheide und Rechnungen des letzten Jahres. Von der Bank: wie viel Zinsen Sie zahlen."),
    ),
    Doc.SUBLEASE: PaperClass(
        shows=_("welchen Anteil der Miete Sie zahlen"),
        per=Per.HOUSEHOLD,
        instead=(Doc.LEASE,),
        keeps=Keeps(Span.LASTING, "home"),
        hide=_("Angaben über Ihre Mitbewohnerinnen und Mitbewohner dürfen Sie schwärzen, außer der Miete."),
    ),
    Doc.LODGING_BILL: PaperClass(
        shows=_("was Ihre Unterkunft kostet"),
        per=Per.HOUSEHOLD,
        at_most=Span.RECENT,
        where=_("Bei der Unterkunft oder beim Amt, das sie zugewiesen hat."),
    ),
    Doc.MOVE_REASON: PaperClass(
        shows=_("warum Sie ausgezogen sind"),
        on_demand=True,
        hide=_("Schreiben Sie nur so viel, wie Sie möchten. Sie können es uns auch sagen."),
    ),
    Doc.ARREARS_LETTER: PaperClass(
        shows=_("wie viel Schulden bei Miete oder Energie es gibt und bis wann Sie zahlen sollen"),
        per=Per.HOUSEHOLD,
        at_most=Span.RECENT,
        where=_("Bei der Vermieterin, dem Vermieter oder dem Versorger. Warten Sie nicht darauf: Rufen Sie uns an."),
    ),
    Doc.EVICTION_NOTICE: PaperClass(
        shows=_("bis wann Sie aus der Wohnung ausziehen sollen"),
        per=Per.HOUSEHOLD,
        at_most=Span.RECENT,
        caution=_("Haben Sie Post vom Gericht, dann rufen Sie uns gleich an. Oft hilft eine schnelle Zahlung."),
    ),
    Doc.RENTAL_OFFER: PaperClass(
        shows=_("was die neue Wohnung kosten soll"),
        per=Per.HOUSEHOLD,
        at_most=Span.RECENT,
        caution=_("Unterschreiben Sie den Vertrag noch nicht."),
        where=_("Bei der Vermieterin, dem Vermieter oder der Hausverwaltung der neuen Wohnung."),
    ),
}

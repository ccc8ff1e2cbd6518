"""Money that comes in: wages, business, benefits."""

from django.utils.translation import gettext_lazy as _

from applications.claim.matrix.base import Keeps, PaperClass, Per, Span
from applications.enums import DocumentClass as Doc

_OFFICE = _("Bei der Stelle, die das Geld zahlt. Eine Zweitschrift kostet nichts.")

INCOME: dict[Doc, PaperClass] = {
    Doc.PAYSLIP: PaperClass(
        shows=_("wie viel Sie verdienen und wann der Lohn kommt"),
        instead=(Doc.INCOME_CERT,),
        period="papers.period_months.payslips",
        at_most=Span.RECENT,
        hide=_("Steuerklasse und Religion dürfen Sie schwärzen. Brutto, Netto und Auszahlung müssen lesbar bleiben."),
        where=_("In der Firma, oft auch in einem Online-Portal der Firma."),
    ),
    Doc.EMPLOYMENT_CONTRACT: PaperClass(
        shows=_("seit wann und wie viele Stunden Sie arbeiten"),
        keeps=Keeps(Span.LASTING, "work"),
        where=_("In der Firma. Auch ein mündlicher Vertrag gilt: Dann schreiben Sie kurz auf, was vereinbart ist."),
    ),
    Doc.INCOME_CERT: PaperClass(
        shows=_("wie viel Sie verdienen"),
        at_most=Span.RECENT,
        # Whoever employs somebody has to fill it in (§ 58 SGB II); the claimant need not tell of the benefit otherwise.
        caution=_(
            "Das Formular füllt nur die Firma aus. Sie erfährt dadurch, dass Sie Geld vom Jobcenter beantragen. "
            "Lohnabrechnungen reichen deshalb meistens."
        ),
        where=_("Das leere Formular gibt es beim Jobcenter."),
    ),
    Doc.TERMINATION_LETTER: PaperClass(
        shows=_("wann und wie eine Arbeit geendet hat"),
        hide=_("Gründe, die mit Ihrer Gesundheit zu tun haben, dürfen Sie schwärzen."),
        where=_("In der Firma."),
    ),
    Doc.EKS: PaperClass(
        shows=_("was Ihre selbstständige Arbeit einbringt und kostet"),
        hide=_("Namen Ihrer Kundinnen und Kunden brauchen wir nicht."),
        where=_("Sie können die Monate auch hier im Antrag eintragen. Dann brauchen wir das Formular nicht."),
    ),
    Doc.TAX_ASSESSMENT: PaperClass(
        shows=_("was Ihre selbstständige Arbeit im letzten Steuerjahr eingebracht hat"),
        instead=(Doc.BWA,),
        hide=_("Angaben zur Religion und zu außergewöhnlichen Belastungen dürfen Sie schwärzen."),
        where=_("Beim Finanzamt oder in Ihrem ELSTER-Konto."),
    ),
    Doc.BWA: PaperClass(
        shows=_("was Ihre selbstständige Arbeit zuletzt eingebracht und gekostet hat"),
        at_most=Span.RECENT,
        where=_("Beim Steuerbüro oder aus Ihrem Buchhaltungsprogramm."),
    ),
    Doc.BENEFIT_NOTICE: PaperClass(
        shows=_("welche Leistung Sie bekommen, wie viel und bis wann"),
        per=Per.THING,
        keeps=Keeps(Span.YEARLY, "work"),
        ends=True,
        hide=_("Angaben zu einer Krankheit dürfen Sie schwärzen. Art, Höhe und Zeitraum müssen lesbar bleiben."),
        where=_OFFICE,
    ),
    Doc.CHILD_BENEFIT_NOTICE: PaperClass(
        shows=_("für welche Kinder Sie Kindergeld bekommen"),
        per=Per.HOUSEHOLD,
        instead=(Doc.BANK_STATEMENT,),
        keeps=Keeps(Span.YEARLY, "work"),
        where=_("Bei der Familienkasse. Ein Kontoauszug mit der Zahlung reicht auch."),
    ),
    Doc.UVG_NOTICE: PaperClass(
        shows=_("wie viel Unterhaltsvorschuss für ein Kind kommt"),
        keeps=Keeps(Span.YEARLY, "work"),
        ends=True,
        where=_("Bei der Unterhaltsvorschussstelle im Jugendamt."),
    ),
    Doc.CLAIM_PROOF: PaperClass(
        shows=_("wer Ihnen wie viel Geld schuldet"),
        hide=_("Zum Beispiel Vertrag, Rechnung oder Mahnung. Was nichts damit zu tun hat, dürfen Sie schwärzen."),
    ),
    Doc.HEALTH_INSURANCE_PROOF: PaperClass(
        shows=_("bei welcher Krankenkasse Sie versichert sind"),
        keeps=Keeps(Span.LASTING, "insurance"),
        hide=_("Ein Foto der Karte reicht. Das Bild darauf dürfen Sie abdecken."),
        where=_("Bei Ihrer Krankenkasse, meist auch in ihrer App."),
    ),
    Doc.CONTRIBUTION_NOTICE: PaperClass(
        shows=_("was Sie für Kranken- und Pflegeversicherung bezahlen"),
        keeps=Keeps(Span.YEARLY, "insurance"),
        at_most=Span.YEARLY,
        hide=_("Angaben zu Vorerkrankungen und Zuschlägen dafür dürfen Sie schwärzen."),
        where=_("Bei Ihrer Krankenkasse oder Versicherung."),
    ),
}

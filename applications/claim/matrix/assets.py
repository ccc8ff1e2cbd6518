"""Accounts and everything of value (§ 12 SGB II)."""

from django.utils.translation import gettext_lazy as _

from applications.claim.matrix.base import Keeps, PaperClass, Per, Span
from applications.enums import DocumentClass as Doc

# Shown wherever bank statements are asked for; without it a later refusal fails (BSG B 14 AS 45/07 R, domain 2.6).
REDACTION_NOTICE = _(
    "Bei Ausgaben dürfen Sie den Empfänger und den Verwendungszweck schwärzen, wenn man daraus etwas über Ihre "
    "Gesundheit, Religion, politische Meinung, Gewerkschaft, Herkunft oder Ihr Sexualleben erkennen könnte. Der Betrag "
    "muss lesbar bleiben. Einnahmen dürfen Sie nicht schwärzen. Wenn Sie nicht sicher sind, fragen Sie uns."
)
_BANK = _("Bei Ihrer Bank, meist auch im Online-Banking.")

ASSETS: dict[Doc, PaperClass] = {
    Doc.BANK_STATEMENT: PaperClass(
        shows=_("was auf Ihren Konten eingeht, abgeht und am Ende übrig ist"),
        per=Per.THING,
        period="procedure.bank_statement_months",
        notice=REDACTION_NOTICE,
        where=_(
            "Im Online-Banking als PDF. Auszüge am Automaten können etwas kosten; fragen Sie nach, ob Ihre Bank sie "
            "auch ohne Gebühr schickt."
        ),
    ),
    Doc.ASSET_PROOF: PaperClass(
        shows=_("was eine Ersparnis am Tag Ihres Antrags wert ist"),
        per=Per.THING,
        where=_BANK,
    ),
    Doc.INSURANCE_VALUE: PaperClass(
        shows=_("was Sie bekämen, wenn Sie eine Versicherung jetzt kündigen"),
        per=Per.THING,
        caution=_("Kündigen Sie die Versicherung nicht."),
        hide=_("Angaben zu Ihrer Gesundheit dürfen Sie schwärzen."),
        where=_("Bei der Versicherung. Fragen Sie nach dem Rückkaufswert."),
    ),
    Doc.VEHICLE_REGISTRATION: PaperClass(
        shows=_("welches Auto oder Motorrad auf Sie zugelassen ist"),
        per=Per.THING,
        keeps=Keeps(Span.LASTING, "assets"),
        on_demand=True,
    ),
    Doc.LAND_REGISTER: PaperClass(
        shows=_("was Ihnen an einem Haus, einer Wohnung oder einem Grundstück gehört"),
        per=Per.THING,
        keeps=Keeps(Span.LASTING, "assets"),
        where=_("Beim Grundbuchamt. Haben Sie noch einen alten Auszug, reicht er, wenn er noch stimmt."),
    ),
    Doc.MORTGAGE_STATEMENT: PaperClass(
        shows=_("was Sie auf einen Kredit für Ihr Eigentum noch zahlen müssen"),
        per=Per.THING,
        at_most=Span.YEARLY,
        where=_BANK,
    ),
}

"""Who somebody is, who belongs to the household, who acts for whom."""

from django.utils.translation import gettext_lazy as _

from applications.claim.matrix.base import Keeps, PaperClass, Per, Span
from applications.enums import DocumentClass as Doc

IDENTITY: dict[Doc, PaperClass] = {
    Doc.ID_DOC: PaperClass(
        shows=_("wer Sie sind"),
        keeps=Keeps(Span.LASTING),
        ends=True,
        # § 20(2) PAuswG: a copy must be recognisable as one, and only the owner may pass it on.
        hide=_(
            "Zeigen reicht, eine Kopie ist nicht nötig. Wenn Sie ein Foto schicken, dürfen Sie abdecken: das Passbild, "
            "die Zugangsnummer (vorn), Größe und Augenfarbe. Lesbar bleiben müssen Name, Geburtsdatum, "
            "Staatsangehörigkeit und „gültig bis“. Schreiben Sie gern quer darüber: „Kopie für das Jobcenter“."
        ),
        where=_("Einen neuen Ausweis gibt es beim Bürgeramt. Warten Sie mit dem Antrag nicht darauf."),
    ),
    Doc.RESIDENCE_PERMIT: PaperClass(
        shows=_("dass und wie lange Sie in Deutschland bleiben dürfen"),
        keeps=Keeps(Span.YEARLY),
        ends=True,
        caution=_("Eine Fiktionsbescheinigung reicht auch."),
        hide=_("Das Passbild dürfen Sie abdecken."),
        where=_("Bei der Ausländerbehörde."),
    ),
    Doc.EU_REGISTRATION: PaperClass(
        shows=_("seit wann Sie als Bürgerin oder Bürger der EU hier wohnen"),
        instead=(Doc.REGISTRATION_CERT,),
        keeps=Keeps(Span.LASTING),
        where=_("Beim Bürgeramt."),
    ),
    Doc.REGISTRATION_CERT: PaperClass(
        shows=_("wo Sie gemeldet sind"),
        on_demand=True,
        office_has=_("Wo Sie gemeldet sind, kann das Jobcenter selbst beim Einwohnermeldeamt erfragen."),  # § 34 BMG
        where=_("Beim Bürgeramt."),
    ),
    Doc.ASYLUM_BENEFIT_NOTICE: PaperClass(
        shows=_("bis wann Sie Leistungen für Asylsuchende bekommen"),
        ends=True,
        where=_("Beim Sozialamt oder der Stelle, von der Sie das Geld bekommen."),
    ),
    Doc.BIRTH_CERT: PaperClass(
        shows=_("dass ein Kind Ihr Kind ist"),
        instead=(Doc.CHILD_BENEFIT_NOTICE,),
        keeps=Keeps(Span.LASTING),
        hide=_("Angaben zur Religion dürfen Sie schwärzen."),
        where=_("Beim Standesamt des Ortes, an dem das Kind geboren ist."),
    ),
    Doc.POWER_OF_ATTORNEY: PaperClass(
        shows=_("dass eine andere Person für Sie handeln darf"),
        per=Per.HOUSEHOLD,
        keeps=Keeps(Span.LASTING, "you"),
        ends=True,
        where=_("Die schreiben Sie selbst: wer, für wen, wofür, Datum, Unterschrift."),
    ),
    Doc.GUARDIANSHIP_ORDER: PaperClass(
        shows=_("dass jemand für Sie rechtlich handelt und wofür"),
        per=Per.HOUSEHOLD,
        keeps=Keeps(Span.LASTING, "you"),
        ends=True,
        hide=_("Nur der Ausweis. Schicken Sie kein Gutachten und keinen Beschluss mit Gründen."),
        where=_("Beim Betreuungsgericht."),
    ),
    Doc.SEPARATION_STATEMENT: PaperClass(
        shows=_("seit wann Sie getrennt leben"),
        keeps=Keeps(Span.LASTING, "you"),
        on_demand=True,
        hide=_("Ein eigener kurzer Text reicht. Warum Sie sich getrennt haben, brauchen wir nicht."),
    ),
    Doc.PATERNITY_PROOF: PaperClass(
        shows=_("wer der Vater eines Kindes ist"),
        keeps=Keeps(Span.LASTING, "people"),
        on_demand=True,
        where=_("Beim Jugendamt oder beim Standesamt."),
    ),
    Doc.MAINTENANCE_TITLE: PaperClass(
        shows=_("wer wem wie viel Unterhalt zahlen muss"),
        keeps=Keeps(Span.LASTING, "people"),
        hide=_("Es reichen die Seiten mit den Namen und den Beträgen. Die Gründe dürfen Sie weglassen."),
        where=_("Beim Familiengericht, beim Jugendamt oder bei der Notarin oder dem Notar."),
    ),
}

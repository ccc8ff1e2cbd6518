"""Section "Die letzten Jahre": earlier benefits and jobs, how somebody got by (HA 48–75, UF)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Date, LongText, Number, Official, Text, YesNo
from applications.catalogue.main_application.past_work import CARE, JOBS, REPLACEMENT, SERVICE, WORKED
from applications.catalogue.main_application.self_employment import self_employed
from applications.catalogue.main_application.subjects import grown_ups
from applications.catalogue.structure import ForEach, Section, Step
from applications.enums import Annex, DocumentClass

EARLIER = Step(
    "frueher",
    _("Früheres Geld vom Jobcenter oder Sozialamt"),
    (
        YesNo(
            "previous_benefit",
            _("Gab es in den letzten 3 Jahren schon Geld vom Jobcenter oder Sozialamt?"),
            help=_("Bürgergeld, Grundsicherungsgeld oder Sozialhilfe"),
            why=_("Dann können wir alte Angaben finden und Sie müssen weniger nachreichen."),
            basis="§ 22 Abs. 1 SGB II",
            official=Official("HA", "51–58"),
        ),
        Text(
            "previous_benefit_office",
            _("Falls ja: von welcher Stelle?"),
            where=_("Steht im letzten Bescheid"),
            official=Official("HA", "51–58"),
            needed_if=lambda own: own.previous_benefit,
            needed_when=_("wenn es schon Geld vom Jobcenter oder Sozialamt gab"),
        ),
        Date(
            "previous_benefit_until",
            _("Falls ja: bis wann?"),
            where=_("Steht im letzten Bescheid"),
            official=Official("HA", "51–58"),
            needed_if=lambda own: own.previous_benefit,
            needed_when=_("wenn es schon Geld vom Jobcenter oder Sozialamt gab"),
        ),
    ),
    named=_("Früheres Geld für %(name)s"),
)

SITUATION = Step(
    "bisher",
    _("Wie haben Sie bisher gelebt?"),
    (
        LongText(
            "lived_on",
            _("Wovon haben Sie in den letzten Monaten gelebt?"),
            help=_("Zum Beispiel Lohn, Ersparnisse, Hilfe von der Familie. Ein Satz reicht."),
            why=_("So können wir besser verstehen, was Sie jetzt brauchen. Es geht nicht um Schuld."),
            official=Official("HA", "73"),
        ),
        YesNo(
            "claims_against_others",
            _("Schuldet Ihnen jemand Geld?"),
            help=_("Zum Beispiel Lohn, eine Kaution, ein Darlehen"),
            why=_(
                "Zahlen wir, weil dieses Geld fehlt, holt es sich das Jobcenter vielleicht selbst von dort. Mehr, als wir gezahlt haben, dürfen wir dabei nicht nehmen."
            ),
            basis="§ 33 SGB II",
            official=Official("HA", "74"),
        ),
        LongText(
            "claims_note",
            _("Falls ja: wer und wie viel?"),
            official=Official("HA", "74"),
            needed_if=lambda own: own.claims_against_others,
            needed_when=_("wenn jemand Geld schuldet"),
            proof=(DocumentClass.CLAIM_PROOF,),
        ),
        YesNo(
            "accident",
            _("Ist die schwierige Lage durch einen Unfall oder durch andere entstanden?"),
            why=_(
                "Dann muss vielleicht die andere Seite oder ihre Versicherung zahlen. Ging es um Gewalt, müssen Sie nicht antworten: Der Antrag läuft weiter, vielleicht fragen wir noch einmal nach."
            ),
            basis="§ 33 SGB II, § 116 SGB X",
            official=Official("HA", "75"),
        ),
    ),
    named=_("Wie hat %(name)s bisher gelebt?"),
)

ACCIDENT = Step(
    "unfall",
    _("Der Unfall oder Schaden"),
    (
        Date(
            "accident_date",
            _("Wann war das?"),
            help=_("Der ungefähre Tag reicht."),
            why=_("Wer den Schaden verursacht hat, muss vielleicht zahlen, auch an das Jobcenter."),
            basis="§ 116 SGB X",
        ),
        Text(
            "accident_place",
            _("Wo war das?"),
            help=_("Ort und Straße oder Betrieb"),
            why=_(
                "Vom Ort hängt ab, welche Versicherung zuständig ist. War es bei der Arbeit oder auf dem Weg dorthin, hilft vielleicht die Unfallversicherung."
            ),
            basis="§ 116 SGB X",
        ),
        LongText(
            "accident_note",
            _("Was ist passiert?"),
            help=_("Zwei Sätze reichen."),
            official=Official("HA", "75"),
            proof=(DocumentClass.ACCIDENT_REPORT,),
        ),
        LongText(
            "accident_caused_by",
            _("Wer hat es verursacht?"),
            help=_("Name und Anschrift, soweit Sie sie wissen, oder „nicht bekannt“"),
            why=_(
                "An diese Person oder ihre Versicherung wendet sich vielleicht das Jobcenter. Wäre das gefährlich für Sie, lassen Sie das Feld leer und rufen Sie uns an."
            ),
            basis="§ 116 SGB X",
        ),
    ),
    named=_("Unfall oder Schaden bei %(name)s"),
    when=_("wenn ein Unfall oder Schaden durch andere angegeben ist"),
    applies_to=lambda _answers, own: own.accident,
    annex=Annex.UF,
)

ACCIDENT_SETTLED = Step(
    "unfall-versicherung",
    _("Versicherung und Polizei"),
    (
        Text(
            "accident_insurer",
            _("Haftpflichtversicherung der anderen Seite"),
            where=_("Steht in Briefen der Versicherung"),
            required=False,
        ),
        Text(
            "accident_claim_number",
            _("Schadennummer"),
            where=_("Steht in Briefen der Versicherung oben"),
            required=False,
        ),
        YesNo(
            "accident_police",
            _("War die Polizei da oder gibt es eine Anzeige?"),
            why=_(
                "Was die Polizei aufgeschrieben hat, hilft zu klären, wer zahlen muss. Sie müssen wegen dieser Frage niemanden anzeigen."
            ),
            basis="§ 116 SGB X",
        ),
        Text(
            "accident_police_file",
            _("Falls ja: Aktenzeichen"),
            help=_("Oder der Name der Polizeistelle"),
            where=_("Steht im Brief der Polizei oben"),
            needed_if=lambda own: own.accident_police,
            needed_when=_("wenn die Polizei da war oder es eine Anzeige gibt"),
        ),
        YesNo(
            "accident_treatment",
            _("Ist die Behandlung noch nicht zu Ende?"),
            help=_("Welche Verletzung es ist, müssen Sie nicht sagen."),
            why=_(
                "Solange die Behandlung dauert, steht noch nicht fest, wie hoch der Schaden ist. Sie müssen nicht antworten: Dann fragen wir vielleicht später noch einmal."
            ),
            basis="§ 116 SGB X",
            sensitive=True,
        ),
    ),
    named=_("Unfall von %(name)s: Versicherung und Polizei"),
    when=_("wenn ein Unfall oder Schaden durch andere angegeben ist"),
    applies_to=lambda _answers, own: own.accident,
    annex=Annex.UF,
)

INSTITUTION = Step(
    "einrichtung",
    _("Krankenhaus, Heim oder Haft"),
    (
        YesNo(
            "in_institution",
            _("Gibt es zurzeit einen Aufenthalt in Krankenhaus, Reha, Heim oder Haft?"),
            why=_(
                "Bei einem kürzeren Aufenthalt in Krankenhaus oder Reha läuft das Geld meistens weiter. Bei langer Zeit, Heim oder Haft ist vielleicht eine andere Stelle zuständig. Welche Krankheit es ist, müssen Sie nicht sagen."
            ),
            basis="§ 7 Abs. 4 SGB II",
            official=Official("HA", "48–50"),
            sensitive=True,
        ),
        Text(
            "institution_kind",
            _("Falls ja: wo?"),
            official=Official("HA", "48–50"),
            needed_if=lambda own: own.in_institution,
            needed_when=_("wenn es einen solchen Aufenthalt gibt"),
            proof=(DocumentClass.INSTITUTION_CERT,),
            sensitive=True,
        ),
        Date(
            "institution_since",
            _("Falls ja: seit wann?"),
            official=Official("HA", "48–50"),
            needed_if=lambda own: own.in_institution,
            needed_when=_("wenn es einen solchen Aufenthalt gibt"),
            sensitive=True,
        ),
        Date(
            "institution_until",
            _("Falls ja: voraussichtlich bis wann?"),
            official=Official("HA", "48–50"),
            required=False,
            sensitive=True,
        ),
    ),
    named=_("Krankenhaus, Heim oder Haft: %(name)s"),
)

SELF_EMPLOYED = Step(
    "selbststaendig",
    _("Selbstständigkeit und Rente"),
    (
        Number(
            "years_without_pension",
            _("Jahre ohne Beiträge zur Rentenversicherung"),
            help=_("Für jedes Jahr kann mehr Vermögen geschützt sein."),
            where=_("Steht im Versicherungsverlauf der Rentenversicherung"),
            why=_(
                "Wer selbstständig ist, spart oft selbst für das Alter. Von den Jahren hängt ab, wie viel davon Sie vielleicht behalten können."
            ),
            basis="§ 12 Abs. 1 Satz 2 Nr. 4 SGB II",
            official=Official("VM", "26–31"),
            unit=_("Jahre"),
            places=1,
            largest=99,
            required=False,
        ),
    ),
    named=_("Selbstständigkeit und Rente von %(name)s"),
    when=_("wenn jemand selbstständig arbeitet"),
    applies_to=lambda answers, own: own.id in {subject.id for subject in self_employed(answers)},
)

PAST = Section(
    "past",
    _("Die letzten Jahre"),
    (
        ForEach(
            "people",
            grown_ups,
            (
                EARLIER,
                WORKED,
                JOBS,
                REPLACEMENT,
                SERVICE,
                CARE,
                SITUATION,
                ACCIDENT,
                ACCIDENT_SETTLED,
                INSTITUTION,
                SELF_EMPLOYED,
            ),
            when=_("für Sie, Ihre Partnerin oder Ihren Partner und alle Personen der Bedarfsgemeinschaft ab 18 Jahren"),
        ),
    ),
    carried=True,
)

"""Pages about people that the change notice asks: who came, who left, pregnancy and birth, school, insurance, illness."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.change_notice.kinds import TELLING_BASIS, others, somebody_known_left, told, whom
from applications.catalogue.figures_in_words import with_law_figures
from applications.catalogue.kinds import Choice, Date, Name, PersonReference, Text, YesNo
from applications.catalogue.structure import Step
from applications.claim.answers import Answers
from applications.enums import ChangeKind, DocumentClass, EducationStatus, HealthInsuranceKind

NEEDS_BASIS = "§ 21 Abs. 2 SGB II"


def _somebody_unknown_left(answers: Answers) -> bool:
    return told(ChangeKind.LEFT)(answers) and not others(answers)


JOINED = Step(
    "zuzug",
    _("Wer ist eingezogen?"),
    (
        Date(
            "joined_on",
            _("Seit wann wohnt die Person bei Ihnen?"),
            help=_("Der ungefähre Tag reicht."),
            why=_(
                "Die Miete teilen wir meistens auf alle auf, die in der Wohnung leben. Gehört die Person "
                "zu Ihrer Familie, kann auch für sie Geld dazukommen."
            ),
            basis=TELLING_BASIS,
            proof_if_there=(DocumentClass.REGISTRATION_CERT,),
        ),
        YesNo(
            "joined_has_income",
            _("Hat die Person eigenes Geld?"),
            help=_("Zum Beispiel Lohn, Rente, Kindergeld. Wie viel, fragen wir später."),
            why=_(
                "Bei Paaren und Familien sehen wir das Geld zusammen an. Wohnt die Person nur in einer WG "
                "mit Ihnen, zählt ihr Geld nicht."
            ),
            basis="§ 9 SGB II",
        ),
    ),
    intro=_("Den Namen und die Beziehung zu Ihnen tragen Sie gleich bei „Wer lebt bei Ihnen?“ ein."),
    when=_("wenn jemand eingezogen ist"),
    applies_when=told(ChangeKind.JOINED),
)

_LEFT_ON = Date(
    "left_on",
    _("Seit wann wohnt die Person nicht mehr bei Ihnen?"),
    help=_("Der ungefähre Tag reicht."),
    why=_(
        "Für die Person zahlen wir dann meistens nicht mehr, aber ihr Teil der Miete kann bei Ihnen "
        "dazukommen. Nach einem Todesfall müssen Sie die Wohnkosten eine Zeit lang meistens nicht senken."
    ),
    basis=TELLING_BASIS,
    proof_if_there=(DocumentClass.REGISTRATION_CERT,),
)
_LEFT_NAME = Name(
    "left_name",
    _("Falls die Person nicht dabeisteht: Wie heißt sie?"),
    needed_if=lambda own: not own.left,
    needed_when=_("wenn niemand ausgewählt ist"),
)

LEFT = Step(
    "auszug",
    _("Wer ist ausgezogen oder gestorben?"),
    (PersonReference("left", _("Wer ist das?"), many=True, among=others, required=False), _LEFT_NAME, _LEFT_ON),
    intro=_("Mehr als diese Angaben brauchen wir nicht."),
    when=_("wenn jemand ausgezogen oder gestorben ist und wir die Menschen bei Ihnen schon kennen"),
    applies_when=somebody_known_left,
)

LEFT_UNKNOWN = Step(
    "auszug-name",
    _("Wer ist ausgezogen oder gestorben?"),
    (Name("left_name", _("Wie heißt die Person?")), _LEFT_ON),
    intro=_("Mehr als diese Angaben brauchen wir nicht."),
    when=_("wenn jemand ausgezogen oder gestorben ist und wir die Menschen bei Ihnen noch nicht kennen"),
    applies_when=_somebody_unknown_left,
)

PREGNANCY = Step(
    "schwangerschaft",
    _("Schwangerschaft"),
    (
        whom("pregnancy_person_id"),
        Date(
            "pregnancy_expected_birth",
            _("Wann soll das Kind kommen?"),
            help=_("Der ungefähre Tag reicht."),
            where=_("Im Mutterpass, nur diese Seite brauchen wir"),
            why=with_law_figures(
                _("Nach der %(week)s. Woche steht Ihnen mehr Geld zu. Es gibt auch Geld für Kleidung und Babysachen."),
                _("Es steht Ihnen vielleicht mehr Geld zu. Es gibt auch Geld für Kleidung und Babysachen."),
                week="additional_need.pregnancy.starts_after_weeks",
            ),
            basis=NEEDS_BASIS,
            proof=(DocumentClass.PREGNANCY_PROOF,),
            sensitive=True,
        ),
    ),
    when=_("wenn jemand schwanger ist"),
    applies_when=told(ChangeKind.PREGNANCY),
)

BIRTH = Step(
    "geburt",
    _("Ein Kind ist geboren"),
    (
        Date(
            "birth_on",
            _("Wann ist das Kind geboren?"),
            help=_("Wie auf der Geburtsurkunde"),
            why=_(
                "Ab der Geburt kann auch für das Kind Geld dazukommen. Erziehen Sie allein, ist es "
                "vielleicht noch mehr."
            ),
            basis=TELLING_BASIS,
            proof=(DocumentClass.BIRTH_CERT,),
        ),
        Name("birth_child_name", _("Wie heißt das Kind?"), help=_("Wenn Sie es schon wissen"), required=False),
    ),
    intro=_("Herzlichen Glückwunsch! Die Geburtsurkunde kann später kommen."),
    when=_("wenn ein Kind geboren ist"),
    applies_when=told(ChangeKind.BIRTH),
)

EDUCATION = Step(
    "bildung",
    _("Schule, Ausbildung oder Studium"),
    (
        whom("education_person_id"),
        Choice(
            "education_kind",
            _("Was ist es jetzt?"),
            why=_(
                "Für Studium und Ausbildung gibt es oft Geld von anderen Stellen. Danach richtet sich, ob "
                "und wie viel wir zahlen können."
            ),
            basis="§ 7 Abs. 5 SGB II",
            options=EducationStatus,
        ),
        Text(
            "education_place",
            _("Name von Schule, Betrieb oder Hochschule"),
            needed_if=lambda own: own.education_kind not in {None, EducationStatus.NONE},
            needed_when=_("wenn es Schule, Ausbildung oder Studium ist"),
            proof=(DocumentClass.SCHOOL_CERT,),
        ),
        Date("education_since", _("Seit wann?"), help=_("Oder ab wann, wenn es erst anfängt")),
    ),
    when=_("wenn sich bei Schule, Ausbildung oder Studium etwas geändert hat"),
    applies_when=told(ChangeKind.EDUCATION),
)

INSURANCE = Step(
    "neue-versicherung",
    _("Krankenversicherung"),
    (
        whom("insurance_person_id"),
        Choice("insurance_kind", _("Wie ist die Person jetzt versichert?"), options=HealthInsuranceKind),
        Text(
            "insurance_fund",
            _("Name der Krankenkasse"),
            where=_("Auf der Karte der Krankenkasse"),
            needed_if=lambda own: own.insurance_kind != HealthInsuranceKind.NONE,
            needed_when=_("wenn die Person versichert ist"),
            proof=(DocumentClass.HEALTH_INSURANCE_PROOF,),
        ),
        Date("insurance_since", _("Seit wann?"), help=_("Der ungefähre Tag reicht.")),
    ),
    when=_("wenn sich die Krankenversicherung geändert hat"),
    applies_when=told(ChangeKind.INSURANCE),
)

ILLNESS = Step(
    "krankheit",
    _("Krankheit oder Aufenthalt"),
    (
        whom("illness_person_id"),
        Date(
            "illness_since",
            _("Seit wann?"),
            help=_("Der ungefähre Tag reicht."),
            why=_(
                "Krankheit kann ein Grund sein, einen Termin zu verschieben. Sie können das Feld leer "
                "lassen: Dann fragen wir vielleicht nach."
            ),
            basis="§ 60 Abs. 1 Satz 1 Nr. 2 SGB I, § 56 SGB II",
        ),
        Date("illness_until", _("Bis wann voraussichtlich?"), help=_("Der ungefähre Tag reicht."), required=False),
        YesNo(
            "illness_in_institution",
            _("Ist die Person in einem Krankenhaus, einer Klinik, einem Heim oder in Haft?"),
            why=_(
                "Eine kurze Zeit im Krankenhaus ändert meistens nichts. In Haft oder im Heim ist oft eine "
                "andere Stelle zuständig. Lassen Sie die Frage offen, fragen wir vielleicht nach."
            ),
            basis="§ 7 Abs. 4 SGB II",
            proof_if_there=(DocumentClass.INSTITUTION_CERT,),
            sensitive=True,
        ),
    ),
    intro=with_law_figures(
        _(
            "Welche Krankheit es ist, fragen wir nicht. Wer krank ist und arbeiten könnte, schickt die Krankmeldung "
            "spätestens bis zum %(day)s. Tag."
        ),
        _("Welche Krankheit es ist, fragen wir nicht. Eine Krankmeldung schicken Sie bitte gleich."),
        day="procedure.sick_note_by_day",
    ),
    when=_("wenn jemand krank ist oder in einer Einrichtung lebt"),
    applies_when=told(ChangeKind.ILLNESS),
)

LIFE = (JOINED, LEFT, LEFT_UNKNOWN, PREGNANCY, BIRTH, EDUCATION, INSURANCE, ILLNESS)

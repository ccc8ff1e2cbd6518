"""Section "Sie": who applies, from when, and who helps (HA 1–35)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import (
    Choice,
    Country,
    Date,
    Email,
    LongText,
    Name,
    Official,
    PensionNumber,
    Phone,
    TaxId,
    Text,
    YesNo,
)
from applications.catalogue.main_application.residence import FROM_ABROAD_BASIS, RESIDENCE, SUPPORT_FROM_OTHERS
from applications.catalogue.question import Words
from applications.catalogue.structure import Section, Step
from applications.claim.answers import Part
from applications.enums import Annex, DocumentClass, MaritalStatus, RepresentationKind, Sex, WishedStart


def _separated_before_marriage(own: Part) -> Iterator[Words]:
    """A separation cannot come before the wedding."""
    if own.marital_status_since and own.separated_since and own.separated_since < own.marital_status_since:
        yield _("Der Tag der Trennung liegt vor dem Tag, seit dem Ihr Familienstand gilt. Stimmt das so?")


PERSON = Step(
    "name",
    _("Wie heißen Sie?"),
    (
        Name(
            "first_name",
            _("Vorname"),
            help=_("Alle Vornamen, wie im Ausweis"),
            official=Official("HA", "1"),
            autocomplete="given-name",
        ),
        Name("last_name", _("Nachname"), official=Official("HA", "2"), autocomplete="family-name"),
        Name(
            "birth_name",
            _("Geburtsname"),
            help=_("Nur wenn Sie früher anders hießen"),
            official=Official("HA", "4"),
            required=False,
        ),
        Date(
            "birth_date",
            _("Geburtsdatum"),
            why=_("Vom Alter hängt ab, wie viel Geld Sie bekommen und ob das Jobcenter zuständig ist."),
            basis="§ 7 Abs. 1, § 20 SGB II",
            official=Official("HA", "3"),
            autocomplete="bday",
        ),
    ),
)

ORIGIN = Step(
    "herkunft",
    _("Geburt und Staatsangehörigkeit"),
    (
        Text("birth_place", _("Geburtsort"), official=Official("HA", "5")),
        Country("birth_country", _("Geburtsland"), official=Official("HA", "6")),
        Country(
            "nationality",
            _("Staatsangehörigkeit"),
            help=_("Wenn Sie mehrere haben und eine davon deutsch ist: Deutschland"),
            why=_(
                "Für manche Staatsangehörigkeiten gelten andere Regeln. Dann stellen wir Ihnen ein paar Fragen mehr."
            ),
            basis=FROM_ABROAD_BASIS,
            official=Official("HA", "7"),
            proof=(DocumentClass.ID_DOC,),
        ),
        Choice(
            "sex", _("Geschlecht im Personenstandsregister"), official=Official("HA", "8"), options=Sex, required=False
        ),
    ),
    annex=Annex.HA,
)

FAMILY = Step(
    "familienstand",
    _("Ihr Familienstand"),
    (
        Choice(
            "marital_status",
            _("Familienstand"),
            why=_("Davon hängt ab, wer zu Ihrer Bedarfsgemeinschaft gehört und ob jemand Ihnen Unterhalt zahlen muss."),
            basis="§ 7 Abs. 3 SGB II",
            official=Official("HA", "32"),
            options=MaritalStatus,
        ),
        Date(
            "marital_status_since",
            _("Seit wann?"),
            official=Official("HA", "33"),
            needed_if=lambda own: own.marital_status not in {None, MaritalStatus.SINGLE, MaritalStatus.SEPARATED},
            needed_when=_(
                "wenn Sie verheiratet, geschieden oder verwitwet sind oder eine Lebenspartnerschaft haben oder hatten"
            ),
        ),
        Date(
            "separated_since",
            _("Falls Sie getrennt leben: Seit wann?"),
            help=_("Der ungefähre Tag reicht."),
            needed_if=lambda own: own.marital_status == MaritalStatus.SEPARATED,
            needed_when=_("wenn Sie getrennt leben"),
        ),
    ),
    check=_separated_before_marriage,
)

CONTACT = Step(
    "kontakt",
    _("Wie erreichen wir Sie?"),
    (
        Phone(
            "phone",
            _("Telefonnummer"),
            help=_("Dann können wir Sie bei Fragen anrufen."),
            official=Official("HA", "14"),
            required=False,
        ),
        Email(
            "email",
            _("E-Mail-Adresse"),
            help=_("Wir schreiben Ihnen nur, dass es etwas Neues gibt. Nie Persönliches."),
            required=False,
        ),
    ),
    intro=_("Beides ist freiwillig. Sie haben keinen Nachteil, wenn Sie nichts angeben."),
)

NUMBERS = Step(
    "nummern",
    _("Nummern, die Sie vielleicht haben"),
    (
        TaxId(
            "tax_id",
            _("Steuer-Identifikationsnummer"),
            help=_("11 Ziffern"),
            where=_("Steht auf der Lohnabrechnung und im Steuerbescheid oben"),
            why=_(
                "Zum Beispiel Zuschüsse zu einer privaten Krankenversicherung melden wir mit dieser Nummer dem Finanzamt. "
                "Der Antrag geht auch ohne sie weiter."
            ),
            basis="§ 10 Abs. 4b EStG",
            official=Official("HA", "21"),
            required=False,
        ),
        PensionNumber(
            "pension_insurance_number",
            _("Rentenversicherungsnummer"),
            example=_("Zum Beispiel 65 170839 J 003"),
            where=_(
                "Steht auf dem Sozialversicherungsausweis, auf der Lohnabrechnung und auf Briefen der Rentenversicherung"
            ),
            official=Official("HA", "20"),
            required=False,
        ),
    ),
    intro=_("Wenn Sie die Nummern nicht finden: einfach weiter."),
)

START = Step(
    "beginn",
    _("Ab wann brauchen Sie Geld?"),
    (
        Choice(
            "wished",
            _("Ab wann stellen Sie den Antrag?"),
            help=_("Geld gibt es ab dem 1. des Monats, in dem Ihr Antrag bei uns ankommt."),
            why=_(
                "Danach richtet sich, für welchen Monat wir zuerst rechnen. Ein späterer Monat ist nur sinnvoll, wenn Sie bis dahin genug Geld haben."
            ),
            basis="§ 37 Abs. 2 SGB II",
            official=Official("HA", "29"),
            options=WishedStart,
            carried=False,
        ),
        Date(
            "wished_start",
            _("Falls später: ab wann?"),
            help=_("Der erste Tag eines späteren Monats, zum Beispiel 1 1 2027"),
            official=Official("HA", "30"),
            needed_if=lambda own: own.wished == WishedStart.LATER,
            needed_when=_("wenn Sie das Geld erst ab einem späteren Monat brauchen"),
            carried=False,
        ),
    ),
)

REPRESENTED = Step(
    "vertretung",
    _("Hilft Ihnen jemand beim Antrag?"),
    (
        YesNo(
            "represented",
            _("Handelt jemand für Sie, zum Beispiel eine Betreuerin oder eine Person mit Vollmacht?"),
            why=_("Dann müssen wir auch an diese Person schreiben."),
            basis="§ 13 SGB X, § 1814 BGB",
            official=Official("HA", "22"),
        ),
    ),
)

REPRESENTATIVE = Step(
    "vertreter",
    _("Wer handelt für Sie?"),
    (
        Choice("representative_kind", _("Wer ist das?"), official=Official("HA", "22"), options=RepresentationKind),
        Name("representative_name", _("Name")),
        LongText("representative_address", _("Anschrift")),
        Phone("representative_phone", _("Telefonnummer"), required=False),
        Date(
            "representative_until",
            _("Bis wann gilt das?"),
            help=_("Wenn auf dem Papier ein Ende steht"),
            required=False,
        ),
    ),
    when=_("wenn jemand für Sie handelt"),
    applies_when=lambda answers: answers.you.represented,
)

YOU = Section(
    "you",
    _("Sie"),
    (PERSON, ORIGIN, RESIDENCE, SUPPORT_FROM_OTHERS, FAMILY, CONTACT, NUMBERS, START, REPRESENTED, REPRESENTATIVE),
    carried=True,
)

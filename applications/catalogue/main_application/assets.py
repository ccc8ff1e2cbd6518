"""Section "Vermögen": accounts and money, vehicles, houses and land, gifts (VM)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import (
    Amount,
    Choice,
    Date,
    Iban,
    LongText,
    Number,
    Official,
    PersonReference,
    Text,
    YesNo,
)
from applications.catalogue.structure import Collection, Section, Step
from applications.enums import Annex, AssetKind, DocumentClass

ASSETS_BASIS = "§ 12 SGB II"
WHOSE = _("Wem gehört das?")

OVERVIEW = Step(
    "vermoegen",
    _("Was gehört Ihnen?"),
    (
        YesNo(
            "has_money",
            _("Haben Sie Konten, Bargeld oder Ersparnisse?"),
            help=_(
                "Auch PayPal, Sparbücher, Aktien, Kryptowährung, Bausparverträge, Lebensversicherungen. Ein Girokonto zählt auch mit 0 Euro."
            ),
            why=_("Ein großer Teil Ihres Vermögens ist geschützt. Was darüber liegt, müssen Sie zuerst verwenden."),
            basis=ASSETS_BASIS,
            official=Official("VM", "18–25"),
        ),
        YesNo(
            "has_vehicles",
            _("Haben Sie ein Auto, Motorrad oder Wohnmobil?"),
            why=_(
                "Ein angemessenes Auto oder Motorrad für jede Person, die arbeiten kann, zählt nicht zum Vermögen. Bei weiteren Fahrzeugen kommt es auf den Wert an."
            ),
            basis=ASSETS_BASIS,
            official=Official("VM", "12–13"),
        ),
        YesNo(
            "has_real_estate",
            _("Haben Sie ein Haus, eine Wohnung oder ein Grundstück?"),
            why=_(
                "Ein Haus, in dem Sie selbst wohnen, ist meistens geschützt. Anderes kann zählen. Lässt es sich nicht gleich verkaufen, ist vielleicht ein Darlehen möglich."
            ),
            basis=ASSETS_BASIS,
            official=Official("VM", "5–11"),
        ),
        YesNo(
            "has_gifts",
            _("Haben Sie in den letzten 10 Jahren etwas Wertvolles verschenkt?"),
            help=_("Zum Beispiel eine größere Summe Geld oder ein Grundstück. Übliche Geschenke zählen nicht."),
            why=_(
                "Wer selbst in Not gerät, kann ein Geschenk manchmal zurückfordern. Dann wendet sich vielleicht auch das Jobcenter an die Person, die es bekommen hat."
            ),
            basis="§§ 528, 529 BGB, § 33 SGB II",
            official=Official("VM", "14–17"),
        ),
    ),
    intro=_("Gemeint sind immer Sie und alle, für die Sie den Antrag stellen."),
    annex=Annex.VM,
)

MONEY = Collection(
    "money",
    "geld-und-konten",
    _("Konten und Geld"),
    (
        Step(
            "konto",
            _("Konto oder Geld"),
            (
                Choice(
                    "kind",
                    _("Was ist das?"),
                    why=_(
                        "Danach richtet sich, ob es überhaupt zählt: Geld auf einem Konto gehört zum Vermögen, manche Vorsorge für das Alter nicht."
                    ),
                    basis=ASSETS_BASIS,
                    official=Official("VM", "18–25"),
                    options=AssetKind,
                    as_list=True,
                ),
                PersonReference("belongs_to", WHOSE),
                Amount(
                    "value",
                    _("Wie viel ist es heute wert?"),
                    help=_("Bei einem Konto: der Kontostand. Ein Minus tragen Sie als 0 ein."),
                    where=_("Steht auf dem letzten Auszug, bei Versicherungen als „Rückkaufswert“ im jährlichen Brief"),
                    why=_(
                        "Wir zählen das Vermögen aller zusammen. Nur was über dem geschützten Betrag liegt, müssen Sie zuerst verwenden. Es zählt der Wert am Tag des Antrags."
                    ),
                    basis="§ 12 Abs. 3 SGB II",
                    proof=(DocumentClass.BANK_STATEMENT,),
                ),
                Date(
                    "valued_on",
                    _("Von welchem Tag ist der Betrag?"),
                    help=_("Zum Beispiel der Tag des Kontoauszugs"),
                    required=False,
                ),
                Iban(
                    "iban",
                    _("IBAN"),
                    help=_("Nur bei einem Konto"),
                    where=_("Steht oben auf dem Kontoauszug"),
                    required=False,
                ),
                YesNo(
                    "joint_with_outsider", _("Gehört es zum Teil jemandem, der nicht bei Ihnen wohnt?"), required=False
                ),
                YesNo(
                    "for_old_age",
                    _("Ist es für das Alter gedacht?"),
                    help=_("Altersvorsorge kann geschützt sein."),
                    why=_(
                        "Manche Verträge für das Alter zählen nicht, auch wenn viel Geld darin steckt. Für Selbstständige ohne gesetzliche Rente gilt eine eigene Grenze."
                    ),
                    basis="§ 12 Abs. 1 Satz 2 Nr. 3 und 4 SGB II",
                    official=Official("VM", "23"),
                    required=False,
                ),
                LongText("note", _("Möchten Sie etwas dazu sagen?"), required=False),
            ),
            named=_("Vermögen: %(name)s"),
        ),
    ),
    one=_("Konto oder Geld"),
    add=_("Konto oder Geld hinzufügen"),
    more=_("Weiteres Konto oder Geld hinzufügen"),
    empty=_("Sie haben noch kein Konto eingetragen."),
    name=lambda own: own.kind.label if own.kind else "",
    intro=_("Tragen Sie jedes Konto einzeln ein, auch wenn es leer ist."),
    when=_("wenn es Konten, Bargeld oder Ersparnisse gibt"),
    applies_when=lambda answers: answers.assets.has_money,
)

VEHICLES = Collection(
    "vehicles",
    "fahrzeuge",
    _("Fahrzeuge"),
    (
        Step(
            "fahrzeug",
            _("Fahrzeug"),
            (
                Text(
                    "description",
                    _("Marke und Modell"),
                    help=_("Zum Beispiel VW Polo"),
                    official=Official("VM", "12–13"),
                    proof=(DocumentClass.VEHICLE_REGISTRATION,),
                ),
                PersonReference("belongs_to", WHOSE),
                Date(
                    "first_registration",
                    _("Erste Zulassung"),
                    where=_("Steht im Fahrzeugschein unter B"),
                    official=Official("VM", "12–13"),
                    required=False,
                ),
                Number(
                    "mileage",
                    _("Kilometerstand"),
                    where=_("Steht auf dem Tacho"),
                    official=Official("VM", "12–13"),
                    unit=_("km"),
                    largest=9_999_999,
                    required=False,
                ),
                Amount(
                    "value",
                    _("Wie viel ist es ungefähr wert?"),
                    help=_("Ihre eigene Schätzung reicht."),
                    official=Official("VM", "12–13"),
                ),
                YesNo(
                    "declared_appropriate",
                    _("Ist das Fahrzeug für Sie angemessen?"),
                    help=_("Das heißt: kein Luxus. Ein Auto für jede Person, die arbeiten kann, ist geschützt."),
                    why=_(
                        "Sagen Sie Ja, gehen wir erst einmal davon aus. Wir fragen nur nach, wenn etwas dagegen spricht."
                    ),
                    basis="§ 12 Abs. 1 Satz 2 Nr. 2 SGB II",
                ),
            ),
            named=_("Fahrzeug: %(name)s"),
        ),
    ),
    one=_("Fahrzeug"),
    add=_("Fahrzeug hinzufügen"),
    more=_("Weiteres Fahrzeug hinzufügen"),
    empty=_("Sie haben noch kein Fahrzeug eingetragen."),
    name=lambda own: own.description or "",
    when=_("wenn es ein Fahrzeug gibt"),
    applies_when=lambda answers: answers.assets.has_vehicles,
)

REAL_ESTATE = Collection(
    "real_estate",
    "immobilien",
    _("Häuser, Wohnungen, Grundstücke"),
    (
        Step(
            "immobilie",
            _("Haus, Wohnung oder Grundstück"),
            (
                LongText(
                    "address", _("Wo liegt es?"), official=Official("VM", "5–11"), proof=(DocumentClass.LAND_REGISTER,)
                ),
                PersonReference("belongs_to", WHOSE),
                YesNo(
                    "lived_in",
                    _("Wohnen Sie selbst dort?"),
                    help=_("Ein selbst bewohntes Haus ist meistens geschützt."),
                    why=_(
                        "Wohnen Sie dort, kommt es vor allem auf die Größe an. Wohnen andere dort oder steht es leer, prüfen wir, ob es als Vermögen zählt."
                    ),
                    basis="§ 12 Abs. 1 Satz 2 Nr. 5 SGB II",
                    official=Official("VM", "5–11"),
                ),
                Number(
                    "area",
                    _("Größe"),
                    where=_("Steht im Kaufvertrag oder im Bescheid zur Grundsteuer"),
                    official=Official("VM", "5–11"),
                    unit=_("m²"),
                    places=2,
                ),
                Amount("value", _("Wie viel ist es ungefähr wert?"), official=Official("VM", "5–11")),
                Amount(
                    "mortgage",
                    _("Wie viel Kredit ist noch offen?"),
                    where=_("Steht im letzten Jahresbrief der Bank"),
                    official=Official("VM", "5–11"),
                    required=False,
                    proof=(DocumentClass.MORTGAGE_STATEMENT,),
                ),
            ),
            named=_("Immobilie: %(name)s"),
        ),
    ),
    one=_("Immobilie"),
    add=_("Immobilie hinzufügen"),
    more=_("Weitere Immobilie hinzufügen"),
    empty=_("Sie haben noch nichts eingetragen."),
    name=lambda own: (own.address or "").split("\n")[0],
    when=_("wenn es ein Haus, eine Wohnung oder ein Grundstück gibt"),
    applies_when=lambda answers: answers.assets.has_real_estate,
)

GIFTS = Collection(
    "gifts",
    "geschenke",
    _("Geschenke der letzten 10 Jahre"),
    (
        Step(
            "geschenk",
            _("Geschenk"),
            (
                Text("description", _("Was haben Sie verschenkt?"), official=Official("VM", "14–17")),
                PersonReference("belongs_to", _("Wer hat es verschenkt?")),
                Text("recipient", _("An wen?"), official=Official("VM", "14–17")),
                Amount("value", _("Wie viel war es wert?"), official=Official("VM", "14–17")),
                Date(
                    "given_on",
                    _("Wann war das?"),
                    help=_("Der ungefähre Tag reicht."),
                    official=Official("VM", "14–17"),
                ),
            ),
            named=_("Geschenk: %(name)s"),
        ),
    ),
    one=_("Geschenk"),
    add=_("Geschenk hinzufügen"),
    more=_("Weiteres Geschenk hinzufügen"),
    empty=_("Sie haben noch nichts eingetragen."),
    name=lambda own: own.description or "",
    when=_("wenn etwas Wertvolles verschenkt wurde"),
    applies_when=lambda answers: answers.assets.has_gifts,
)

ASSETS = Section("assets", _("Vermögen"), (OVERVIEW, MONEY, VEHICLES, REAL_ESTATE, GIFTS), carried=True)

"""Section "Wohnen": address and dwelling (HA 9–16, 81; KDU 5–19); what it costs stands in `home_costs`."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Choice, City, Date, LongText, Number, Official, Postcode, Street, Text, YesNo
from applications.catalogue.main_application.home_costs import (
    COSTS_BASIS,
    DEBTS,
    HEATING,
    LANDLORD,
    LODGING,
    OWNED,
    RENT,
    WITH_DWELLING,
)
from applications.catalogue.question import Words
from applications.catalogue.structure import Section, Step
from applications.claim.answers import Part
from applications.enums import DwellingKind, HousingKind

LARGEST_YEAR = 2199


def _areas(own: Part) -> Iterator[Words]:
    """A part cannot be larger than the whole."""
    if own.area_total is not None and own.area_own is not None and own.area_own > own.area_total:
        yield _("Ihr eigener Teil ist größer als die ganze Wohnung. Bitte prüfen Sie die Quadratmeter.")


def _fixed(own: Part) -> bool:
    return own.no_fixed_dwelling is not True


ADDRESS = Step(
    "adresse",
    _("Wo wohnen Sie?"),
    (
        YesNo(
            "no_fixed_dwelling",
            _("Sind Sie ohne feste Wohnung?"),
            help=_(
                "Zum Beispiel wenn Sie bei Freunden oder in einer Notunterkunft schlafen. Sie bekommen trotzdem Geld."
            ),
            official=Official("HA", "15"),
        ),
        Street(
            "street",
            _("Straße und Hausnummer"),
            official=Official("HA", "9–12"),
            needed_if=_fixed,
            needed_when=_("wenn Sie eine Wohnung haben"),
        ),
        Text("address_extra", _("Zusatz"), help=_("Zum Beispiel Hinterhaus, 3. Stock, c/o"), required=False),
        Postcode(
            "postcode",
            _("Postleitzahl"),
            help=_("Ohne feste Wohnung: wo Sie sich meistens aufhalten"),
            why=_("Danach richtet sich, welches Jobcenter zuständig ist."),
            basis="§ 36 SGB II",
            official=Official("HA", "9–12"),
        ),
        City("city", _("Ort"), official=Official("HA", "9–12")),
        Text(
            "care_of",
            _("Falls ohne feste Wohnung: Wo erreicht Sie Post?"),
            official=Official("HA", "16"),
            needed_if=lambda own: own.no_fixed_dwelling,
            needed_when=_("wenn Sie ohne feste Wohnung sind"),
        ),
        Text("post_box", _("Postfach"), official=Official("HA", "13"), required=False),
    ),
)

DWELLING_KIND = Step(
    "wohnen",
    _("Ihre Wohnsituation"),
    (
        Choice(
            "kind",
            _("Wie wohnen Sie?"),
            why=_("Wir übernehmen Kosten für Wohnung und Heizung. Dafür müssen wir wissen, wie Sie wohnen."),
            basis=COSTS_BASIS,
            official=Official("KDU", "19"),
            options=HousingKind,
        ),
        YesNo(
            "has_costs",
            _("Bezahlen Sie etwas für das Wohnen?"),
            why=_(
                "Auch wenn Sie nur Heizung oder Nebenkosten bezahlen, können wir das vielleicht übernehmen. Bei „Nein“ fragen wir nicht nach diesen Kosten."
            ),
            basis=COSTS_BASIS,
            official=Official("HA", "81"),
        ),
        Date(
            "since",
            _("Seit wann wohnen Sie dort?"),
            help=_("Der ungefähre Tag reicht."),
            official=Official("KDU", "5–8"),
        ),
        Number(
            "persons_in_dwelling",
            _("Wie viele Menschen leben dort insgesamt?"),
            help=_("Mit Ihnen und mit allen Mitbewohnern"),
            official=Official("KDU", "9"),
            largest=99,
        ),
        YesNo(
            "moved",
            _("Sind Sie in den letzten 12 Monaten umgezogen?"),
            why=_(
                "Ein Umzug kann ändern, wie viel von Ihrer Miete wir übernehmen. Das gilt vor allem, wenn Sie damals schon Geld vom Jobcenter bekamen."
            ),
            basis="§ 22 Abs. 4 und 5 SGB II",
            carried=False,
        ),
    ),
)

DWELLING = Step(
    "wohnung",
    _("Ihre Wohnung"),
    (
        Choice("dwelling", _("Haus oder Wohnung?"), options=DwellingKind),
        Number(
            "area_total",
            _("Größe der ganzen Wohnung"),
            where=_("Steht im Mietvertrag oder auf der Abrechnung der Nebenkosten"),
            official=Official("KDU", "14"),
            unit=_("m²"),
            places=2,
        ),
        Number(
            "area_own",
            _("Davon nur für Sie und Ihre Familie"),
            help=_("Wenn Sie zur Untermiete oder in einer WG wohnen"),
            official=Official("KDU", "14–18"),
            unit=_("m²"),
            places=2,
            required=False,
        ),
        Number(
            "area_let",
            _("Davon untervermietet"),
            official=Official("KDU", "14–18"),
            unit=_("m²"),
            places=2,
            required=False,
        ),
        Number(
            "rooms", _("Zimmer"), help=_("Ohne Küche und Bad"), official=Official("KDU", "11–13"), places=1, largest=99
        ),
        Number(
            "year_built",
            _("Baujahr"),
            help=_("Wenn Sie es wissen"),
            official=Official("KDU", "10"),
            largest=LARGEST_YEAR,
            required=False,
        ),
    ),
    when=_("wenn Sie zur Miete, zur Untermiete oder im Eigentum wohnen"),
    applies_when=lambda answers: answers.home.kind in WITH_DWELLING,
    check=_areas,
)

MOVE = Step(
    "umzug",
    _("Ihr Umzug"),
    (
        YesNo(
            "prior_assurance",
            _("Hat ein Jobcenter dem Umzug vorher zugestimmt?"),
            help=_("Das heißt „Zusicherung“."),
            why=_(
                "Mit dieser Zusage können wir die neue Miete eher ganz übernehmen. Wer beim Umzug noch kein Geld vom Jobcenter bekam, brauchte sie meistens nicht."
            ),
            basis="§ 22 Abs. 4 und 5 SGB II",
        ),
        LongText(
            "reason_for_move",
            _("Warum sind Sie umgezogen?"),
            help=_("Ein Satz reicht. Manche Gründe zählen zu Ihren Gunsten."),
            why=_(
                "Bei einem wichtigen Grund können wir vielleicht mehr Miete übernehmen, zum Beispiel nach einer Trennung oder Kündigung. Über Gewalt müssen Sie hier nichts schreiben; Sie können mit uns darüber sprechen."
            ),
            basis="§ 22 Abs. 4 und 5 SGB II",
        ),
    ),
    when=_("wenn Sie in den letzten 12 Monaten umgezogen sind"),
    applies_when=lambda answers: answers.home.moved,
)

HOME = Section(
    "home",
    _("Wohnen"),
    (ADDRESS, DWELLING_KIND, DWELLING, RENT, OWNED, LODGING, HEATING, LANDLORD, DEBTS, MOVE),
    carried=True,
)

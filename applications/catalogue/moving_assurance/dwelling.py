"""The dwelling somebody wants to move to. Nothing here takes the place of the present address."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, City, Date, Number, Postcode, Street, Text, YesNo
from applications.catalogue.structure import Section, Step
from applications.enums import DocumentClass

BASIS = "§ 22 Abs. 4 SGB II"

PLACE = Step(
    "neue-adresse",
    _("Wo ist die neue Wohnung?"),
    (
        Street("street", _("Straße und Hausnummer"), autocomplete="off"),
        Postcode("postcode", _("Postleitzahl"), why=_("Davon hängt ab, welches Jobcenter entscheidet."), basis=BASIS),
        City("city", _("Ort"), autocomplete="off"),
        Date("move_on", _("Ab wann können Sie dort wohnen?"), help=_("Der erste Tag des Mietvertrags")),
        Date(
            "answer_by",
            _("Bis wann müssen Sie der Vermieterin oder dem Vermieter antworten?"),
            help=_("Wenn es einen Tag gibt"),
            required=False,
        ),
    ),
)

COST = Step(
    "neue-miete",
    _("Größe und Miete der neuen Wohnung"),
    (
        Number(
            "area",
            _("Größe der Wohnung"),
            unit=_("m²"),
            places=2,
            where=_("Steht im Angebot."),
            why=_(
                "Wir sehen Größe und Miete zusammen an. Auch eine größere Wohnung kann passen, wenn die "
                "Miete nicht zu hoch ist."
            ),
            basis=BASIS,
            proof=(DocumentClass.RENTAL_OFFER,),
        ),
        Number("rooms", _("Zimmer"), help=_("Ohne Küche und Bad"), places=1, largest=99),
        Number(
            "persons",
            _("Wie viele Menschen ziehen dort ein?"),
            help=_("Mit Ihnen"),
            why=_("Davon hängt ab, welche Miete angemessen ist."),
            basis="§ 22 Abs. 1 SGB II",
            largest=99,
        ),
        Amount("base_rent", _("Kaltmiete im Monat"), example=_("Zum Beispiel 420,50"), where=_("Steht im Angebot.")),
        Amount(
            "operating_costs",
            _("Nebenkosten im Monat"),
            help=_("Zum Beispiel Wasser, Müll, Hausmeister. Ohne Heizung und ohne Strom."),
        ),
        Amount("heating_costs", _("Heizkosten im Monat")),
        Amount("other_costs", _("Andere Kosten im Monat"), help=_("Zum Beispiel Stellplatz"), required=False),
        Text("heating_kind", _("Womit wird geheizt?"), example=_("Zum Beispiel Gas oder Fernwärme"), required=False),
        YesNo(
            "hot_water_decentral",
            _("Wird das warme Wasser in der Wohnung gemacht, zum Beispiel mit einem Boiler?"),
            why=_(
                "Dann steckt das warme Wasser nicht in den Heizkosten. Dafür kann es jeden Monat etwas mehr Geld geben."
            ),
            basis="§ 21 Abs. 7 SGB II",
            required=False,
        ),
    ),
    intro=_("Alles steht im Angebot oder im Entwurf des Mietvertrags. Was Sie nicht wissen, lassen Sie leer."),
)

NEW_HOME = Section("new_home", _("Die neue Wohnung"), (PLACE, COST))

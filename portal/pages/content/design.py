"""What the component page shows: one question of every kind, with an answer, and with an entry that is refused."""

from __future__ import annotations

from typing import Any, Final

from applications.catalogue import kinds
from applications.catalogue.structure import Step
from applications.enums import DwellingKind, EducationStatus, IncomeKind

LONG_WORD: Final = "Kraftfahrzeughaftpflichtversicherung"
LONG_LABEL: Final = "Grundsicherungsgeldempfängerinnen und Grundsicherungsgeldempfänger"
PEOPLE: Final = {"applicant": "Miriam Sander", "p1": "Maximiliane von Wolfeschlegelsteinhausenbergerdorff"}

STEP: Final = Step(
    "baukasten",
    "Baukasten",
    (
        kinds.Text("text", LONG_WORD, help="Ein Wort, das nicht umbrechen will", why="So steht der Grund da."),
        kinds.Name("name", "Nachname", required=False),
        kinds.Street("street", "Straße und Hausnummer"),
        kinds.City("city", "Ort"),
        kinds.LongText("long_text", "Möchten Sie uns noch etwas sagen?", required=False),
        kinds.Amount("amount", "Kaltmiete im Monat", help="Ohne Heizung, zum Beispiel 420,50", why="Für die Miete."),
        kinds.Number("number", "Wohnfläche", unit="m²", places=2),
        kinds.Date("date", "Geburtsdatum", why="Das Alter entscheidet über den Regelbedarf."),
        kinds.YesNo("yes_no", "Wohnen Sie allein?"),
        kinds.Choice("choice", "Wo wohnen Sie?", help="Bitte eines auswählen", options=DwellingKind),
        kinds.Choice("select", "Ausbildung", options=EducationStatus, as_list=True),
        kinds.Several("several", LONG_LABEL, options=IncomeKind, only=tuple(IncomeKind)[:3]),
        kinds.Tick("tick", "Wenn es so ist, kreuzen Sie es an", options=IncomeKind, only=tuple(IncomeKind)[:1]),
        kinds.Country("country", "Geburtsland"),
        kinds.PersonReference("person", "Wer ist gemeint?"),
        kinds.Email("email", "E-Mail-Adresse", required=False),
        kinds.Phone("phone", "Telefonnummer"),
        kinds.Postcode("postcode", "Postleitzahl"),
        kinds.Iban("iban", "IBAN"),
        kinds.TaxId("tax_id", "Steuer-ID", required=False),
        kinds.PensionNumber("pension_number", "Rentenversicherungsnummer"),
    ),
)

# As stored in a draft.
ANSWERS: Final[dict[str, Any]] = {
    "text": LONG_WORD,
    "name": "von Wolfeschlegelsteinhausenbergerdorff",
    "street": "Bürgermeister-Wohlgemuth-Promenade 112 a",
    "city": "Hellschen-Heringsand-Unterschaar",
    "long_text": "Ich ziehe im Januar um.\nDie neue Adresse schicke ich Ihnen.",
    "amount": "540.00",
    "number": "68.5",
    "date": "1988-03-27",
    "yes_no": True,
    "choice": DwellingKind.values[0],
    "select": EducationStatus.values[0],
    "several": IncomeKind.values[:2],
    "tick": IncomeKind.values[:1],
    "country": "UA",
    "person": ["p1"],
    "email": "miriam.sander@example.org",
    "phone": "+493023125100",
    "postcode": "00100",
    "iban": "DE89370400440532013000",
    "tax_id": "86095742719",
    "pension_number": "65170839J003",
}

# As a browser sends it.
REFUSED: Final[dict[str, Any]] = {
    **dict.fromkeys(("text", "name", "street", "city"), "x" * 201),
    "long_text": "x" * 10_001,
    **dict.fromkeys(("yes_no", "choice", "select", "several", "tick", "country", "person"), "sonst"),
    "amount": "viel",
    "number": "groß",
    "date_0": "31",
    "date_1": "13",
    "date_2": "88",
    "email": "miriam.sander",
    "phone": "keins",
    "postcode": "1234",
    "iban": "DE00 1234",
    "tax_id": "123",
    "pension_number": "123",
}

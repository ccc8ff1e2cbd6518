"""The closed set of question kinds. Each is mapped once: form field, JSON value, Python value, German words, export type."""

from applications.catalogue.kinds.choices import Choice, Country, Several, Tick, YesNo
from applications.catalogue.kinds.codes import Email, Iban, PensionNumber, Phone, Postcode, TaxId
from applications.catalogue.kinds.numbers import Amount, Date, Number
from applications.catalogue.kinds.people import PersonReference
from applications.catalogue.kinds.texts import City, LongText, Name, Street, Text
from applications.catalogue.question import Official, Question

KINDS: tuple[type[Question], ...] = (
    Amount,
    Choice,
    City,
    Country,
    Date,
    Email,
    Iban,
    LongText,
    Name,
    Number,
    PensionNumber,
    PersonReference,
    Phone,
    Postcode,
    Several,
    Street,
    TaxId,
    Text,
    Tick,
    YesNo,
)

__all__ = [
    "KINDS",
    "Amount",
    "Choice",
    "City",
    "Country",
    "Date",
    "Email",
    "Iban",
    "LongText",
    "Name",
    "Number",
    "Official",
    "PensionNumber",
    "PersonReference",
    "Phone",
    "Postcode",
    "Question",
    "Several",
    "Street",
    "TaxId",
    "Text",
    "Tick",
    "YesNo",
]

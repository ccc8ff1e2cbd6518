"""Persons of a case, and the small clear-text index staff search in."""

import unicodedata
import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.cases.enums import Language
from portal.cases.models.case import Case
from portal.crypto.models import EncryptedTextField

_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ł": "l", "đ": "d", "ı": "i"}
)
_BARE = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
VARIANT_SEPARATOR = "|"
LONGEST_INDEXED_NAME = 500


def name_variants(name: str) -> tuple[str, ...]:
    """Return the spellings under which a name is stored and searched: umlauts spelled out, and without any marks.

    "Jürgen Müller-Groß" gives ``("juergen mueller gross", "jurgen muller gross")``; a plain name gives one spelling.
    Based on NFKC casefold and NFKD (Unicode UAX #15); punctuation becomes a space. Empty for an empty name.
    """
    lowered = unicodedata.normalize("NFKC", name).casefold()
    spellings = (_plain(lowered.translate(_SPELLED_OUT)), _plain(lowered.translate(_BARE)))
    return tuple(dict.fromkeys(spelling for spelling in spellings if spelling))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in kept).split())


def plain_phone(phone: str) -> str:
    """Return the digits of a phone number as stored and searched: German numbers with a leading 0, others with 00.

    "+49 170 123-45" gives ``"017012345"``, "+43 1 234" gives ``"00431234"``; an empty text stays empty.
    """
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    if phone.strip().startswith("+"):
        digits = f"00{digits}"
    return f"0{digits[4:]}" if digits.startswith("0049") else digits


class Person(models.Model):
    """A member of a case, with or without an account. ``answer_id`` is the stable id of the person in the answers.

    ``contact_email`` is what somebody without an account has written into a form; nobody has confirmed it. It is good
    for a notice without contents, and for nothing that opens anything.
    ``wants_own_post_since``: the person does not want the applicant to speak for them (§ 38 SGB II rebuts); nobody of
    the household is told. ``safe_contact``: how they can be reached without anybody at home noticing.
    ``language``: in which one they are best reached, as staff noted it; "" is not known.
    ``prefers_personal_since``: they would rather talk to somebody than read; whoever writes to them sees it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="persons", verbose_name=_("Fall"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="persons",
        verbose_name=_("Konto"),
    )
    is_applicant = models.BooleanField(_("stellt den Antrag"), default=False)
    name = EncryptedTextField(_("Name"), default="", blank=True)
    contact_email = EncryptedTextField(_("E-Mail-Adresse ohne Konto"), null=True, blank=True)
    answer_id = models.CharField(max_length=36, default="", blank=True, editable=False)
    wants_own_post_since = models.DateTimeField(_("möchte eigene Post seit"), null=True, blank=True)
    safe_contact = EncryptedTextField(_("sicherer Weg zu dieser Person"), null=True, blank=True)
    language = models.CharField(_("spricht am besten"), max_length=10, choices=Language, blank=True, default="")
    prefers_personal_since = models.DateTimeField(_("spricht lieber persönlich seit"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("Personen")
        ordering = ["-is_applicant", "created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(is_applicant=True), name="one_applicant_per_case"
            ),
            models.UniqueConstraint(
                fields=["case", "user"], condition=models.Q(user__isnull=False), name="account_once_per_case"
            ),
            models.UniqueConstraint(
                fields=["case", "answer_id"], condition=~models.Q(answer_id=""), name="answer_id_once_per_case"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # the name is social data


class PersonIndex(models.Model):
    """Name, birth date and phone in clear, for search by staff of the jobcenter. Nothing else is searchable.

    ``normalised_name`` holds the spellings of :func:`name_variants`, joined by ``|``; ``contact_phone`` the digits of
    :func:`plain_phone`.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="index")
    normalised_name = models.CharField(max_length=LONGEST_INDEXED_NAME)
    birth_date = models.DateField(null=True, blank=True, db_index=True)
    contact_phone = models.CharField(max_length=40, default="", blank=True)

    def __str__(self) -> str:
        return str(self.pk)

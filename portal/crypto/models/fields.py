"""Model fields whose values are sealed in the database and open in Python.

The column is ``bytea``. A value is sealed by AES-256-GCM with ``app.model.field:primary key`` as associated data, so a
value that somebody moves to another row, column or table does not open any more. It is opened on first access to the
attribute, because only then the row's key is known, and sealed again on ``save()``, ``create`` and ``bulk_create``.
Ways that write without a row at hand (``QuerySet.update``, ``bulk_update``, filters, fixtures) raise ValueNotSealed.
``values()`` and ``values_list()`` return an opaque ``Sealed``: neither plain text nor ciphertext by accident.

Renaming a model, its app or the field changes the associated data: open and seal again in the same migration.
"""

import json
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import msgspec
import psycopg2
from django.core import checks
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.fields.mixins import CheckFieldDefaultMixin
from django.db.models.query_utils import DeferredAttribute
from pydantic_core import to_json

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed, ValueNotSealed
from portal.crypto.models.keysets import keyset
from portal.discreet import Discreet

SetType = TypeVar("SetType")
GetType = TypeVar("GetType")

if TYPE_CHECKING:

    class TypedField(models.Field[SetType, GetType]):
        """A field that type checkers know the value of."""

else:

    class TypedField(models.Field):
        """Django's own class takes no type arguments at run time."""

        def __class_getitem__(cls, _types: Any) -> type[models.Field]:
            return cls


LARGE = 2000  # bytes: about what PostgreSQL keeps in the row itself
NO_NUMBERS = (b"NaN", b"Infinity")  # how pydantic writes what JSON cannot hold; in a text they may stand
FASTEST = 1  # of zlib's levels: a third of the time of the usual one, for answers to a form a fifth more bytes
ZLIB = b"x"  # begins what zlib has made, and no JSON document


class Sealed(Discreet, frozen=True):
    """The ciphertext of one value on its way between a row and the database."""

    data: bytes


class SealedAttribute(DeferredAttribute):
    """Opens a sealed value when it is read; what was assigned stays as it is."""

    field: "EncryptedField[Any, Any]"

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        """The open value; loads it first when the query left it out. Raises DecryptionFailed."""
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = instance.__dict__[self.field.attname] = self.field.open(instance, value)
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        """Keep what was assigned; makes this a data descriptor, so that ``__get__`` is always asked."""
        instance.__dict__[self.field.attname] = value


class EncryptedField(TypedField[SetType, GetType]):
    """What both fields share; subclasses turn their value into bytes and back."""

    descriptor_class = SealedAttribute
    keyset_name: ClassVar[KeysetName] = KeysetName.FIELDS

    def to_plaintext(self, value: Any) -> bytes:
        """The bytes to seal."""
        raise NotImplementedError

    def from_plaintext(self, plaintext: bytes) -> Any:
        """The value in the bytes that were sealed."""
        raise NotImplementedError

    def seal(self, instance: models.Model, value: Any) -> Sealed:
        """``value`` sealed for the row ``instance``. Raises ValueNotSealed when the row has no key yet."""
        context = self._context(instance)
        plaintext = self.to_plaintext(value)
        return Sealed(keyset(self.keyset_name).primitive.encrypt(plaintext, context))

    def open(self, instance: models.Model, sealed: Sealed) -> Any:
        """The value sealed for the row ``instance``. Raises DecryptionFailed."""
        context = self._context(instance)
        try:
            plaintext = keyset(self.keyset_name).attempt(lambda primitive: primitive.decrypt(sealed.data, context))
        except DecryptionFailed:
            raise DecryptionFailed(f"{self.model._meta.label_lower}.{self.name}") from None
        return self.from_plaintext(plaintext)

    def get_internal_type(self) -> str:
        """Stored as bytes."""
        return "BinaryField"

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:  # noqa: ARG002, FBT001 -- Django's
        """Seal the attribute, always anew: a value never opened is checked, and every save moves to the newest key."""
        value = getattr(model_instance, self.attname)
        return None if value is None else self.seal(model_instance, value)

    def get_prep_value(self, value: Any) -> Any:
        """Let through only NULL and what ``pre_save`` sealed. Raises ValueNotSealed."""
        if value is None or isinstance(value, Sealed):
            return value
        raise ValueNotSealed(
            f"{self.model._meta.label}.{self.name} is sealed per row: assign the attribute and save() the row "
            "(no update(), bulk_update(), filter or fixture; a new column starts with null=True)"
        )

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002 -- Django's signature
        """Bytes for the driver."""
        value = super().get_db_prep_value(value, connection, prepared)
        return psycopg2.Binary(value.data) if isinstance(value, Sealed) else value

    def from_db_value(self, value: Any, _expression: Any, _connection: BaseDatabaseWrapper) -> Sealed | None:
        """Wrap the ciphertext; the attribute opens it."""
        return None if value is None else Sealed(bytes(value))

    def get_lookup(self, lookup_name: str) -> Any:
        """Only "is NULL" can be asked of a sealed column; use a blind index to search."""
        return super().get_lookup(lookup_name) if lookup_name in {"exact", "isnull"} else None

    def value_to_string(self, obj: models.Model) -> str:
        """Refused: a fixture would hold the value in the clear. Raises ValueNotSealed."""
        raise ValueNotSealed(f"{obj._meta.label}.{self.name} is not written to fixtures")

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Also: the row's key must be known before the row is inserted."""
        errors = super().check(**kwargs)
        if isinstance(self.model._meta.pk, models.AutoField):
            errors.append(
                checks.Error(
                    "An encrypted field needs a primary key that is known before the row is inserted.",
                    hint="Use UUIDField(primary_key=True, default=uuid.uuid4).",
                    obj=self,
                    id="crypto.E001",
                )
            )
        return errors

    def _context(self, instance: models.Model) -> bytes:
        primary_key = self.model._meta.pk
        key = primary_key.to_python(getattr(instance, primary_key.attname))
        if key is None:
            raise ValueNotSealed(f"{self.model._meta.label}.{self.name}: the row has no primary key yet")
        return f"{self.model._meta.label_lower}.{self.name}:{key}".encode()


class EncryptedTextField(EncryptedField[SetType, GetType]):
    """A text of any length; ``max_length`` counts characters and is checked by ``full_clean`` only."""

    _pyi_private_set_type: str
    _pyi_private_get_type: str
    description = "Encrypted text"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.max_length is not None:
            self.validators.append(MaxLengthValidator(self.max_length))

    def to_plaintext(self, value: Any) -> bytes:
        """UTF-8."""
        return str(value).encode()

    def from_plaintext(self, plaintext: bytes) -> str:
        """From UTF-8."""
        return plaintext.decode()

    def to_python(self, value: Any) -> str | None:
        """The text itself."""
        return None if value is None else str(value)


class FileKeyField(EncryptedField[SetType, GetType]):
    """The key of one file (``new_file_key``), wrapped by the keyset FILE_KEYS for exactly this row.

    When the row goes, nobody can open the file any more, wherever copies of it lie.
    """

    _pyi_private_set_type: bytes
    _pyi_private_get_type: bytes
    description = "Wrapped key of a file"
    empty_strings_allowed = False
    keyset_name = KeysetName.FILE_KEYS

    def to_plaintext(self, value: Any) -> bytes:
        """The key itself."""
        return bytes(value)

    def from_plaintext(self, plaintext: bytes) -> bytes:
        """The key itself."""
        return plaintext


class EncryptedJSONField(CheckFieldDefaultMixin, EncryptedField[SetType, GetType]):
    """A JSON document: dicts, lists, texts, numbers, booleans; dates, decimals and UUIDs come back as texts.

    Large ones are compressed before they are sealed; afterwards nobody could. What their length tells is only how much
    was written: nobody who sees it can put text of their own beside a secret.
    """

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any
    description = "Encrypted JSON document"
    empty_strings_allowed = False
    empty_values: Sequence[Any] = [None, "", [], (), {}]
    _default_hint = ("dict", "{}")

    def to_plaintext(self, value: Any) -> bytes:
        """Compact UTF-8, a long one compressed. Raises TypeError or ValueError for what JSON cannot hold, NaN too.

        pydantic writes three times as fast as ``json``, and takes sets and bytes for lists and texts. ``json`` is asked
        where something may be no number. msgspec, which reads faster still, would write that as null without a word.
        """
        plaintext = to_json(value, fallback=DjangoJSONEncoder().default)
        if any(word in plaintext for word in NO_NUMBERS):
            json.dumps(value, cls=DjangoJSONEncoder, allow_nan=False)
        return zlib.compress(plaintext, FASTEST) if len(plaintext) > LARGE else plaintext

    def from_plaintext(self, plaintext: bytes) -> Any:
        """Parsed."""
        return msgspec.json.decode(zlib.decompress(plaintext) if plaintext.startswith(ZLIB) else plaintext)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse what JSON cannot hold, by ValidationError."""
        super().validate(value, model_instance)
        try:
            self.to_plaintext(value)
        except (TypeError, ValueError):
            raise ValidationError(models.JSONField.default_error_messages["invalid"], code="invalid") from None

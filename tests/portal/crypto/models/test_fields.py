import datetime as dt
import json
import uuid
from decimal import Decimal

import pytest
from django.core import serializers
from django.core.exceptions import FieldError, ValidationError
from django.db import connection, models, transaction

from portal.crypto.errors import DecryptionFailed, ValueNotSealed
from portal.crypto.models import EncryptedJSONField, EncryptedTextField
from portal.crypto.models.fields import Sealed
from portal.crypto.services import rotate_keyset
from tests.portal.crypto.conftest import isolated


def test_text_is_read_back(note_model):
    note = note_model.objects.create(body="Kaution für die Wohnung")

    assert note_model.objects.get(pk=note.pk).body == "Kaution für die Wohnung"


def test_column_holds_no_plain_text(note_model, column):
    note = note_model.objects.create(body="kanarienvogel", answers={"home": "kanarienvogel"})

    assert b"kanarienvogel" not in column(note)
    assert b"kanarienvogel" not in column(note, "answers")


def test_same_text_is_sealed_differently_each_time(note_model, column):
    first, second = note_model.objects.create(body="gleich"), note_model.objects.create(body="gleich")

    assert column(first) != column(second)


def test_json_keeps_its_types(note_model):
    document = {"names": ["Ä", "ß"], "count": 2, "rate": 0.5, "yes": True, "nothing": None}
    note = note_model.objects.create(answers=document)

    assert note_model.objects.get(pk=note.pk).answers == document


def test_json_writes_dates_decimals_and_uuids_as_text(note_model):
    key = uuid.uuid4()
    note = note_model.objects.create(answers={"d": dt.date(2026, 7, 1), "a": Decimal("420.50"), "id": key})

    assert note_model.objects.get(pk=note.pk).answers == {"d": "2026-07-01", "a": "420.50", "id": str(key)}


def test_large_json_is_compressed_before_it_is_sealed(note_model, column):
    document = {"items": [{"id": str(number), "kind": "rented", "cold_rent": None} for number in range(500)]}
    note = note_model.objects.create(answers=document)

    assert note_model.objects.get(pk=note.pk).answers == document
    assert len(column(note, "answers")) < 5_000 < len(json.dumps(document))


def test_large_json_stored_before_it_was_compressed_is_read(note_model):
    note = note_model(answers={"text": "Ä" * 5_000})
    field = note_model._meta.get_field("answers")

    assert field.from_plaintext(json.dumps(note.answers, ensure_ascii=False).encode()) == note.answers


def test_null_stays_null_and_empty_stays_empty(note_model):
    note = note_model.objects.create(body="", remark=None)
    read = note_model.objects.get(pk=note.pk)

    assert (read.body, read.remark, read.answers) == ("", None, {})


def test_mutated_json_is_stored(note_model):
    note = note_model.objects.create(answers={"home": {"rent": "1"}})
    read = note_model.objects.get(pk=note.pk)
    read.answers["home"]["rent"] = "2"
    read.save()

    assert note_model.objects.get(pk=note.pk).answers == {"home": {"rent": "2"}}


def test_value_moved_to_another_row_does_not_open(note_model):
    first, second = note_model.objects.create(body="eins"), note_model.objects.create(body="zwei")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE crypto_note SET body = (SELECT body FROM crypto_note WHERE id = %s) WHERE id = %s",
            [first.pk, second.pk],
        )
    moved = note_model.objects.get(pk=second.pk)

    with pytest.raises(DecryptionFailed, match=r"^crypto\.note\.body$"):
        _ = moved.body


def test_value_moved_to_another_column_does_not_open(note_model):
    note = note_model.objects.create(body="eins", remark="zwei")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE crypto_note SET body = remark")
    moved = note_model.objects.get(pk=note.pk)

    with pytest.raises(DecryptionFailed):
        _ = moved.body


def test_changed_byte_does_not_open_and_is_never_the_value(note_model):
    note = note_model.objects.create(body="eins")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE crypto_note SET body = set_byte(body, 20, get_byte(body, 20) # 1)")
    changed = note_model.objects.get(pk=note.pk)

    with pytest.raises(DecryptionFailed):
        _ = changed.body
    with pytest.raises(DecryptionFailed):
        changed.save()


def test_copy_under_a_new_key_is_sealed_anew_when_it_was_read(note_model):
    note = note_model.objects.create(body="eins", remark="zwei")
    copy = note_model.objects.get(pk=note.pk)
    assert (copy.body, copy.answers, copy.remark) == ("eins", {}, "zwei")
    copy.pk, copy._state.adding = uuid.uuid4(), True
    copy.save()

    assert note_model.objects.get(pk=copy.pk).body == "eins"


def test_copy_of_an_unread_value_fails_loudly(note_model):
    note = note_model.objects.create(body="eins")
    copy = note_model.objects.get(pk=note.pk)
    copy.pk, copy._state.adding = uuid.uuid4(), True

    with pytest.raises(DecryptionFailed):
        copy.save()


def test_update_fields_leaves_other_columns_alone(note_model, column):
    note = note_model.objects.create(body="eins", answers={"a": 1})
    before = column(note, "answers")
    note.body = "zwei"
    note.save(update_fields=["body"])

    assert note_model.objects.get(pk=note.pk).body == "zwei"
    assert column(note, "answers") == before


def test_refresh_from_db_brings_the_stored_value(note_model):
    note = note_model.objects.create(body="eins")
    other = note_model.objects.get(pk=note.pk)
    other.body = "zwei"
    other.save()
    note.refresh_from_db()

    assert note.body == "zwei"


def test_bulk_create_seals_for_each_row(note_model):
    note_model.objects.bulk_create([note_model(body=str(number)) for number in range(3)])

    assert sorted(note.body for note in note_model.objects.all()) == ["0", "1", "2"]


def test_deferred_value_is_loaded_when_read(note_model, django_assert_num_queries):
    note_model.objects.create(title="Titel", body="eins")
    with django_assert_num_queries(2):
        note = note_model.objects.defer("body").get()
        assert note.body == "eins"
    with django_assert_num_queries(2):
        note = note_model.objects.only("title").get()
        assert note.answers == {}


def test_row_without_reading_opens_nothing(note_model, keyset_dir):
    note_model.objects.create(title="Titel", body="eins")
    (keyset_dir / "fields.json").unlink()

    assert note_model.objects.get().title == "Titel"


@pytest.mark.parametrize(
    "write",
    [
        lambda rows: rows.update(body="neu"),
        lambda rows: rows.update(answers={"a": 1}),
        lambda rows: rows.bulk_update([rows.get()], ["body"]),
        lambda rows: rows.filter(body="eins").exists(),
        lambda rows: serializers.serialize("json", rows.all()),
    ],
    ids=["update", "update_json", "bulk_update", "filter", "fixture"],
)
def test_ways_around_save_are_refused(note_model, write):
    note_model.objects.create(body="eins")

    with pytest.raises(ValueNotSealed), transaction.atomic():
        write(note_model.objects)
    assert note_model.objects.get().body == "eins"


def test_other_lookups_are_refused(note_model):
    with pytest.raises(FieldError, match="Unsupported lookup 'contains'"):
        note_model.objects.filter(body__contains="eins").exists()


def test_null_can_be_asked_for(note_model):
    note_model.objects.create(remark=None)
    note_model.objects.create(remark="da")

    assert note_model.objects.filter(remark=None).count() == 1
    assert note_model.objects.filter(remark__isnull=False).count() == 1


def test_values_are_opaque(note_model, column):
    note = note_model.objects.create(body="eins")
    value = note_model.objects.values_list("body", flat=True).get()

    assert repr(value) == "Sealed()"
    assert value == Sealed(column(note))


def test_row_without_key_cannot_be_sealed(note_model):
    with pytest.raises(ValueNotSealed, match="no primary key yet"):
        note_model._meta.get_field("body").seal(note_model(id=None), "eins")


def test_key_given_as_text_opens_the_same_row(note_model):
    key = uuid.uuid4()
    note_model.objects.create(pk=str(key).upper(), body="eins")

    assert note_model.objects.get(pk=key).body == "eins"


def test_save_moves_the_value_to_the_newest_key(note_model, column):
    note = note_model.objects.create(body="eins")
    new_key = rotate_keyset("fields")
    note_model.objects.get(pk=note.pk).save()

    assert column(note)[1:5] == new_key.to_bytes(4)
    assert note_model.objects.get(pk=note.pk).body == "eins"


def test_full_clean_checks_length_and_json(note_model):
    with pytest.raises(ValidationError) as refused:
        note_model(title="t", body="x" * 21, remark="", answers={"a": object()}).full_clean()

    assert sorted(refused.value.message_dict) == ["answers", "body", "remark"]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(note_model, number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        note_model.objects.create(answers={"sum": number})


def test_text_like_no_number_is_kept(note_model):
    answers = {"name": "NaN", "place": "Infinity", "list": ["-Infinity", 1.5, None, True]}
    note = note_model.objects.create(answers=answers)

    assert note_model.objects.get(pk=note.pk).answers == answers


def test_check_asks_for_a_key_known_in_advance():
    class Numbered(models.Model):
        body = EncryptedTextField()
        answers = EncryptedJSONField(default=dict)

        class Meta:
            apps = isolated
            app_label = "crypto"

    assert [error.id for error in Numbered.check()] == ["crypto.E001", "crypto.E001"]


def test_fields_can_be_written_to_a_migration():
    field = EncryptedJSONField("Antworten", default=dict)
    field.set_attributes_from_name("answers")

    assert field.deconstruct() == (
        "answers",
        "portal.crypto.models.fields.EncryptedJSONField",
        [],
        {"verbose_name": "Antworten", "default": dict},
    )

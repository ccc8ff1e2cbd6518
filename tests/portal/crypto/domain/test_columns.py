import pytest
from django.db import connection

from portal.crypto.domain import columns
from portal.crypto.domain.columns import column_holdings
from portal.crypto.enums import KeysetName
from portal.crypto.services import rotate_keyset


@pytest.fixture
def holding(note_model):
    return next(column_holdings([note_model]))


def test_model_with_encrypted_fields_is_one_holding(holding):
    assert (holding.label, holding.keyset) == ("crypto.Note", KeysetName.FIELDS)


def test_rows_under_the_newest_key_do_not_wait(holding, note_model):
    note_model.objects.create(body="eins", remark=None)

    assert (holding.waiting(), list(holding.move())) == (0, [])


def test_move_brings_all_fields_to_the_newest_key(holding, note_model, column):
    notes = [note_model.objects.create(body=f"{number}", answers={"n": number}) for number in range(3)]
    new_key = rotate_keyset(KeysetName.FIELDS)

    assert (holding.waiting(), list(holding.move()), holding.waiting()) == (3, [3], 0)
    assert {column(note, name)[1:5] for note in notes for name in ("body", "answers")} == {new_key.to_bytes(4)}
    assert sorted(note.answers["n"] for note in note_model.objects.all()) == [0, 1, 2]


def test_move_that_broke_off_goes_on_where_it_was(holding, note_model, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(columns, "BATCH", 2)
    for number in range(5):
        note_model.objects.create(body=f"{number}")
    rotate_keyset(KeysetName.FIELDS)
    next(holding.move())  # the first batch is committed; then the process is gone

    assert (holding.waiting(), list(holding.move()), holding.waiting()) == (3, [2, 1], 0)
    assert sorted(note.body for note in note_model.objects.all()) == ["0", "1", "2", "3", "4"]


def test_row_that_does_not_open_stays_and_goes_on_waiting(holding, note_model):
    good, bad = note_model.objects.create(body="gut"), note_model.objects.create(body="schlecht")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE crypto_note SET body = set_byte(body, 20, get_byte(body, 20) # 1) WHERE id = %s", [bad.pk]
        )
    rotate_keyset(KeysetName.FIELDS)

    assert (list(holding.move()), holding.waiting()) == ([1], 1)
    assert note_model.objects.get(pk=good.pk).body == "gut"

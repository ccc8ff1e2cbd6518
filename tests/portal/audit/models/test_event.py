import pytest
from django.db import InternalError, connection, transaction

from portal.audit.domain.anchoring import anchor_if_due
from portal.audit.domain.sealing import seal_all
from portal.audit.events import ACTOR_SHREDDED
from portal.audit.models import INSERT_ONLY_TABLES, AuditAnchor, AuditEvent, AuditSeal
from portal.audit.services import record


@pytest.fixture
def sealed_event(db, actor):
    record(actor, ACTOR_SHREDDED)
    seal_all()
    anchor_if_due()
    return AuditEvent.objects.get()


@pytest.mark.parametrize("model", [AuditEvent, AuditSeal, AuditAnchor])
def test_row_cannot_be_deleted(sealed_event, model):
    with pytest.raises(InternalError, match="Cannot update or delete rows from"), transaction.atomic():
        model.objects.all()._raw_delete("default")
    assert model.objects.count() == 1


@pytest.mark.parametrize(
    ("model", "change"), [(AuditEvent, {"role": "x"}), (AuditSeal, {"seq": 9}), (AuditAnchor, {"mac": b""})]
)
def test_row_cannot_be_changed(sealed_event, model, change):
    with pytest.raises(InternalError, match="Cannot update or delete rows from"), transaction.atomic():
        model.objects.update(**change)
    assert not model.objects.filter(**change).exists()


@pytest.mark.parametrize("table", INSERT_ONLY_TABLES)
def test_table_cannot_be_emptied(sealed_event, table):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL portal.allow_truncate = off")
        with pytest.raises(InternalError, match="is append-only"), transaction.atomic():
            cursor.execute(f"TRUNCATE {table} CASCADE")


def test_label_says_what_happened(sealed_event):
    assert sealed_event.label == "Zuordnung zur Person gelöscht"


def test_insert_only_tables_are_those_of_the_models():
    assert {model._meta.db_table for model in (AuditEvent, AuditSeal, AuditAnchor)} == set(INSERT_ONLY_TABLES)

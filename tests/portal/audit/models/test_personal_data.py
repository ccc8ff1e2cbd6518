import pytest

from portal.audit.errors import DuplicateDeclaration
from portal.audit.models import ActorKey, AuditEvent
from portal.audit.models.personal_data import Declarations, Exported, ExportFile, ExportPart, Record, RetentionRule


def part(key="own", models=(AuditEvent,)):
    return ExportPart(key=key, title="Titel", models=models, collect=lambda _user_id: Exported())


def rule(key="own", models=(ActorKey,)):
    return RetentionRule(key=key, what="Was", kept="immer", why="Darum.", basis="§ 1", models=models)


def file(path):
    return ExportFile(path=path, media_type="text/plain", size=0, sha256="", pieces=lambda: iter(()))


def test_declarations_keep_the_order_and_know_the_tables():
    known, first, second, kept = Declarations(), part("b"), part("a", (ActorKey,)), rule()
    known.declare(parts=[first, second], rules=[kept])

    assert (known.parts, known.rules) == ((first, second), (kept,))
    assert known.exported_models() == {AuditEvent, ActorKey}
    assert known.retained_models() == {ActorKey: kept}


def test_same_declaration_twice_is_no_matter():
    known, own = Declarations(), part()
    known.declare(parts=[own])
    known.declare(parts=[own])

    assert known.parts == (own,)


@pytest.mark.parametrize("again", [{"parts": [part()]}, {"rules": [rule()]}], ids=["part", "rule"])
def test_key_of_another_app_is_refused(again):
    known = Declarations()
    known.declare(parts=[part()], rules=[rule()])

    with pytest.raises(DuplicateDeclaration):
        known.declare(**again)


def test_record_finds_the_files_inside():
    outer, inner = file("a"), file("b")

    record = Record(title="", files=(outer,), records=(Record(title="", records=(Record(title="", files=(inner,)),)),))

    assert list(record.all_files()) == [outer, inner]

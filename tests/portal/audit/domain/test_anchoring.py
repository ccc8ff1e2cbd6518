from datetime import timedelta

import pytest

from portal.audit.domain.anchoring import anchor_file, anchor_if_due, is_genuine, read_anchors
from portal.audit.domain.sealing import seal_all
from portal.audit.errors import AnchorFileUnwritable
from portal.audit.events import ACTOR_SHREDDED
from portal.audit.models import AuditAnchor, AuditSeal
from portal.audit.services import record

AT_ONCE = timedelta(0)


@pytest.fixture
def sealed(db, actor):
    record(actor, ACTOR_SHREDDED)
    seal_all()


def test_empty_chain_has_no_anchor(db):
    assert anchor_if_due() is None


def test_anchor_stands_in_database_and_file(sealed):
    anchor_if_due()
    here, (there,) = AuditAnchor.objects.get(), read_anchors(anchor_file())

    assert (here.seq, bytes(here.hash)) == (1, bytes(AuditSeal.objects.get().hash))
    assert (there.seq, there.hash, there.at, there.mac) == (here.seq, bytes(here.hash), here.at, bytes(here.mac))
    assert is_genuine(here)
    assert is_genuine(there)
    assert oct(anchor_file().stat().st_mode & 0o777) == "0o600"


def test_next_anchor_waits_for_its_time_and_for_growth(sealed, actor):
    anchor_if_due()
    assert anchor_if_due(interval=AT_ONCE) is None
    record(actor, ACTOR_SHREDDED)
    seal_all()
    assert anchor_if_due() is None
    assert anchor_if_due(interval=AT_ONCE).seq == 2
    assert [anchor.seq for anchor in read_anchors(anchor_file())] == [1, 2]


@pytest.mark.parametrize("change", [{"seq": 2}, {"hash": bytes(32)}, {"mac": b"x"}])
def test_changed_anchor_is_not_genuine(sealed, change):
    anchor = anchor_if_due()
    for name, value in change.items():
        setattr(anchor, name, value)

    assert not is_genuine(anchor)


def test_without_a_file_there_is_no_anchor_at_all(sealed, folders):
    (folders / "data").write_text("no folder")

    with pytest.raises(AnchorFileUnwritable, match=r"^anchors\.jsonl: "):
        anchor_if_due()
    assert not AuditAnchor.objects.exists()


def test_damaged_file_is_named(folders):
    (folders / "broken.jsonl").write_text('{"seq": 1}\n')

    with pytest.raises(ValueError, match=r"^broken\.jsonl$"):
        list(read_anchors(folders / "broken.jsonl"))

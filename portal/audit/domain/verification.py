"""Is the trail still what was sealed? Finds changed, missing, inserted and cut-off rows."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from portal.audit.domain.anchoring import is_genuine, read_anchors
from portal.audit.domain.chain import GENESIS, link
from portal.audit.models import AuditAnchor, AuditSeal
from portal.audit.selectors import unsealed_events


class Fault(StrEnum):
    """What can be wrong."""

    CHANGED = "changed"  # an event is not what was sealed
    MISSING = "missing"  # events or their seals are gone from the middle
    REWRITTEN = "rewritten"  # the chain does not follow on, or differs from an anchor
    CUT_OFF = "cut_off"  # the end, which was anchored, is gone
    FALSE_ANCHOR = "false_anchor"  # an anchor was not made with our key
    LOST_ANCHOR = "lost_anchor"  # an anchor stands in one of the two places only


class Finding(Struct, frozen=True):
    """``fault`` concerns the numbers ``first`` to ``last``."""

    fault: Fault
    first: int
    last: int


class Verification(Struct, frozen=True):
    """Result: what was found, how many events are sealed, how many of them come after the last anchor, or wait."""

    findings: tuple[Finding, ...]
    sealed: int
    after_anchor: int
    unsealed: int


def verify(anchors_in: Path) -> Verification:
    """Walk the whole chain, compare it with the anchors in the database and in the file ``anchors_in``.

    Not found can be: deletion of rows that are not sealed yet, and cutting off rows sealed after the last anchor; both
    numbers are in the result. Raises ValueError when the file is damaged and OSError when it cannot be read (a file
    that is not there counts as empty).
    """
    in_database = {anchor.seq: anchor for anchor in AuditAnchor.objects.order_by("seq")}
    in_file = {anchor.seq: anchor for anchor in read_anchors(anchors_in)} if anchors_in.exists() else {}
    findings = list(_anchor_findings(in_database, in_file))
    anchored = {seq: bytes(anchor.hash) for seq, anchor in (in_database | in_file).items()}
    walk = _Walk(anchored)
    findings += walk.findings()
    last_anchor = max(anchored, default=0)
    if last_anchor > walk.last:
        findings.append(Finding(Fault.CUT_OFF, walk.last + 1, last_anchor))
    return Verification(
        findings=tuple(findings),
        sealed=walk.count,
        after_anchor=max(walk.last - last_anchor, 0),
        unsealed=unsealed_events(thorough=True).count(),
    )


class _Walk:
    """One pass over all seals, in the order of their numbers."""

    def __init__(self, anchored: dict[int, bytes]) -> None:
        self.anchored = anchored
        self.last = 0
        self.count = 0

    def findings(self) -> Iterator[Finding]:
        previous: bytes | None = GENESIS
        for seal in AuditSeal.objects.select_related("event").order_by("seq").iterator(chunk_size=2000):
            before, current = bytes(seal.previous_hash), bytes(seal.hash)
            if seal.seq > self.last + 1:
                yield Finding(Fault.MISSING, self.last + 1, seal.seq - 1)
                previous = None  # unknown, so what follows is compared with itself only
            if link(before, seal.seq, seal.event) != current:
                yield Finding(Fault.CHANGED, seal.seq, seal.seq)
            if previous not in {None, before} or self.anchored.get(seal.seq, current) != current:
                yield Finding(Fault.REWRITTEN, seal.seq, seal.seq)
            previous, self.last = current, seal.seq
            self.count += 1


def _anchor_findings(in_database: dict[int, AuditAnchor], in_file: dict[int, AuditAnchor]) -> Iterator[Finding]:
    for seq in sorted(in_database.keys() | in_file.keys()):
        here, there = in_database.get(seq), in_file.get(seq)
        if here is None or there is None:
            yield Finding(Fault.LOST_ANCHOR, seq, seq)
        if any(anchor is not None and not is_genuine(anchor) for anchor in (here, there)):
            yield Finding(Fault.FALSE_ANCHOR, seq, seq)

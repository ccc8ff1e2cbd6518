"""Whether a case is a member of staff's own work. Which work is whose, only higher apps know: each hands in a rule."""

from collections.abc import Callable
from uuid import UUID

from portal.cases.models import Actor

OwnWork = Callable[[Actor, UUID], bool]
_rules: list[OwnWork] = []


def add_own_work(rule: OwnWork) -> None:
    """Let ``rule`` (actor, case id) say when a case is somebody's own work; called once when Django starts."""
    if rule not in _rules:
        _rules.append(rule)


def is_own_work(actor: Actor, case_id: UUID) -> bool:
    """Whether one of the rules says that the case is the own work of this member of staff. One SQL for each rule."""
    return any(rule(actor, case_id) for rule in _rules)

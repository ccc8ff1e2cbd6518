"""The findings as cards: one for each rule, with the ways to the answers it is about."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from applications.models import Finding
from applications.selectors.application import FindingGroup
from portal.desk.forms.case import FindingForm
from portal.desk.views.answers import Reading, Spot


class Item(Struct, frozen=True):
    """One finding. ``name``: whom it is about, where its sentence does not say so; ``spots``: the answers."""

    finding: Finding
    name: str
    spots: list[Spot]
    is_chosen: bool


class Card(Struct, frozen=True):
    """What the findings of a rule have in common, and each of them. ``refused``: what could not be stored."""

    head: Finding
    items: list[Item]
    is_settled: bool
    refused: FindingForm | None


def cards_of(
    groups: Iterable[FindingGroup], names: Mapping[str, str], reading: Reading, refused: FindingForm | None
) -> list[Card]:
    """Return the cards in the order of the groups, and mark the answers that something waiting is about."""
    return [_card(group, names, reading, refused) for group in groups]


def _card(group: FindingGroup, names: Mapping[str, str], reading: Reading, refused: FindingForm | None) -> Card:
    if refused is not None and refused.shown.isdisjoint(str(finding.pk) for finding in group.findings):
        refused = None
    items = []
    for finding in group.findings:
        spots = reading.spots(finding.refs)
        if not group.is_settled:
            for spot in spots:
                spot.marks.append(finding)
        name = names.get(finding.person_answer_id, "")
        told = "" if name in finding.staff_text else name
        items.append(Item(finding, told, spots, refused is not None and str(finding.pk) in refused.chosen))
    return Card(group.findings[0], items, group.is_settled, refused)

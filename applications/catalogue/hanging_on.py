"""What hangs on a person or thing of a list: it goes when that is removed (`values.without_item`)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from applications.catalogue.question import is_answered
from applications.catalogue.structure import ApplicationType, Collection, ForEach
from applications.catalogue.walk import StepInstance
from applications.claim.answers import OF_AN_ITEM
from applications.enums import DocumentClass


def goes_along(
    form: ApplicationType, walked: Iterable[StepInstance], stored: Mapping[str, Any], page: StepInstance, item_id: str
) -> tuple[str, ...]:
    """What is removed together with an item of the list `page`, beside its own pages, in words, in the order of the form.

    Things of the person by name, answers about the person by section; those of pages that do not apply now as well.
    """
    names = {each.place.item: str(each.name) for each in walked if each.list_slug}
    found = (
        words
        for section in form.sections
        for group, items in (stored.get(section.key) or {}).items()
        if (section.key, group) != (page.place.section, page.place.group) and group in section.layout.groups
        for item in items or ()
        for words in _of(item, str(section.title), _list(section.parts, group), names, item_id)
    )
    return tuple(dict.fromkeys(found))


def _of(
    item: Mapping[str, Any], section: str, collection: Collection | None, names: Mapping[str, str], item_id: str
) -> Iterator[str]:
    if collection is not None and item.get("person") == item_id:
        name = names.get(item["id"], "")
        yield _("%(thing)s: %(name)s") % {"thing": collection.one, "name": name} if name else str(collection.one)
    elif item["id"] == item_id and any(is_answered(item[key]) for key in item.keys() - OF_AN_ITEM):
        yield _("Antworten im Abschnitt „%(section)s“") % {"section": section}


def _list(parts: Iterable[Any], group: str) -> Collection | None:
    """The list with this key."""
    for part in parts:
        inner = part.parts if isinstance(part, ForEach) else (part,)
        found = next((each for each in inner if isinstance(each, Collection) and each.key == group), None)
        if found is not None:
            return found
    return None


def papers_about(stored: Mapping[str, Any], item_id: str) -> tuple[str, ...]:
    """Kinds of the papers that were uploaded for a person or thing. They stay until somebody removes them."""
    proofs = (stored.get("evidence") or {}).get("proofs") or ()
    about = (each for each in proofs if item_id in {each.get("about"), each.get("item")} and each.get("documents"))
    return tuple(dict.fromkeys(str(DocumentClass(each["class"]).label) for each in about))

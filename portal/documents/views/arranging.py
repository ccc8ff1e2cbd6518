"""What a person does with files that are not sent yet: the same buttons and inputs wherever files are listed.

``remove``, ``keep``, ``keep-double``, ``up``, ``down``, ``apart`` with the id of a file; files in ``replace-<id>`` and
``more-<id>``; ``order-<id>`` with ids of parts. Whatever button is pressed, every file that was chosen arrives.
"""

import re
from collections.abc import Iterable, Mapping
from typing import BinaryIO, Final, cast
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec import Struct, field

from portal.cases.models import Actor
from portal.cases.selectors import holders_in_words
from portal.documents.domain.doubles import twins_of
from portal.documents.domain.words import Said, say
from portal.documents.errors import DocumentInUse, StepNotAllowed, UploadRefused
from portal.documents.models import Document
from portal.documents.services import (
    add_pages,
    keep_anyway,
    keep_double,
    move_part,
    order_parts,
    remove_document,
    replace_document,
    take_apart,
)

REPLACE: Final = "replace-"
MORE: Final = "more-"
ORDER: Final = "order-"
_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
GONE: Final = gettext_lazy(
    "Diese Datei wurde gerade in einem anderen Fenster geändert oder abgeschickt. Bitte sehen Sie noch einmal nach."
)


class Entry(Struct, frozen=True):
    """One file of a list. ``errors``: why something was not taken that was to replace or follow it."""

    said: Said
    uploaded_by: str
    errors: tuple[str, ...] = ()


class Arranged(Struct):
    """What was done: in words, about which file, what was taken in and for which file, what was refused and why.

    ``removed``: the ids of files that are gone.
    """

    said: str = ""
    is_trouble: bool = False
    at: str = ""
    added: dict[str, list[Document]] = field(default_factory=dict)
    refused: dict[str, list[str]] = field(default_factory=dict)
    removed: tuple[str, ...] = ()


def entries(
    actor: Actor, documents: Iterable[Document], refused: Mapping[str, list[str]] | None = None
) -> dict[UUID, Entry]:
    """Documents (``to_show``) as lists show them, by id, in their order. Three queries at most."""
    listed = list(dict.fromkeys(documents))
    others = holders_in_words(each.uploaded_by_standing_id for each in listed)
    twins = twins_of(actor, listed)
    return {
        each.pk: Entry(
            said=say(each, twins),
            uploaded_by=others.get(each.uploaded_by_standing_id, ""),
            errors=tuple(error for known in _own_and_parts(each) for error in (refused or {}).get(str(known.pk), ())),
        )
        for each in listed
    }


def arrange(request: HttpRequest, actor: Actor, documents: Iterable[Document]) -> Arranged:
    """Do what was asked of these documents (``with_parts``) or their parts; unknown ids are passed over."""
    known = {str(each.pk): each for whole in documents for each in _own_and_parts(whole)}
    done = Arranged()
    try:
        _take_in(request, actor, known, done)
        _order(request, actor, known, done)
        _press(request, actor, known, done)
    except DocumentInUse as error:
        done.said, done.is_trouble = str(error.message), True
    except (StepNotAllowed, Document.DoesNotExist):
        done.said, done.is_trouble = str(GONE), True
    return done


def named_in(request: HttpRequest) -> set[UUID]:
    """The ids of files that a form says something about."""
    texts = [*request.POST.values(), *(name.partition("-")[2] for name in (*request.POST, *request.FILES))]
    return {UUID(text) for text in map(str, texts) if _ID.fullmatch(text)}


def _own_and_parts(whole: Document) -> tuple[Document, ...]:
    return (whole, *whole.part_list)


def _take_in(request: HttpRequest, actor: Actor, known: Mapping[str, Document], done: Arranged) -> None:
    for name in request.FILES:
        kind = next((kind for kind in (REPLACE, MORE) if name.startswith(kind)), "")
        key = name.removeprefix(kind)
        uploads = [(cast("BinaryIO", file), file.name or "") for file in request.FILES.getlist(name)]
        if not kind or key not in known:
            continue
        done.at = key
        try:
            if kind == MORE:
                done.added[key] = add_pages(actor=actor, document=known[key], uploads=uploads)
                done.said = _("Die Seiten sind angekommen.")
            else:
                content, called = uploads[0]
                replace_document(actor=actor, document=known[key], upload=content, name=called)
                done.said = _("Die neue Datei ist angekommen. Sie steht an derselben Stelle.")
        except UploadRefused as error:
            names = ", ".join(called for _content, called in uploads)
            done.refused[key] = [_("%(name)s: %(reason)s") % {"name": names, "reason": error.message}]


def _order(request: HttpRequest, actor: Actor, known: Mapping[str, Document], done: Arranged) -> None:
    for name, wanted in request.POST.items():
        whole = known.get(name.removeprefix(ORDER)) if name.startswith(ORDER) else None
        if whole is None or not wanted:
            continue
        order = [known[key].pk for key in str(wanted).split(",") if key in known]
        if order == [part.pk for part in whole.part_list]:
            continue
        order_parts(actor=actor, whole=whole, order=order)
        done.at, done.said = str(whole.pk), _("Die Seiten sind neu geordnet.")


def _press(request: HttpRequest, actor: Actor, known: Mapping[str, Document], done: Arranged) -> None:
    for button in ("remove", "keep", "keep-double", "up", "down", "apart"):
        document = known.get(request.POST.get(button, ""))
        if document is None:
            continue
        done.at = str(document.pk)
        match button:
            case "remove":
                remove_document(actor=actor, document=document)
                done.removed = tuple(str(each.pk) for each in _own_and_parts(document))
                done.said = _("Die Datei ist entfernt.")
            case "keep":
                keep_anyway(actor=actor, document=document)
                done.said = _("In Ordnung. Wir behalten die Datei so, wie sie ist.")
            case "keep-double":
                keep_double(actor=actor, document=document)
                done.said = _("In Ordnung. Wir behalten die Datei noch einmal.")
            case "apart":
                take_apart(actor=actor, joined=document)
                done.said = _("Die Seiten sind jetzt wieder einzelne Dateien.")
            case _:
                move_part(actor=actor, part=document, by=-1 if button == "up" else 1)
                done.said = _("Die Seiten sind neu geordnet.")

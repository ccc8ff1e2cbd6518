"""What stands in an address: the objects of the world that is asked."""

from typing import Any

from portal.documents.enums import StoredFileKind
from portal.documents.models import DocumentPage
from portal.documents.services import store_file
from tests.access.world import World
from tests.factories.documents import make_image


def draft(world: World) -> list[Any]:
    return [world.draft.pk]


def form_page(world: World) -> list[Any]:
    return [world.draft.pk, "name"]


def list_page(world: World) -> list[Any]:
    return [world.draft.pk, world.list_slug]


def item(world: World) -> list[Any]:
    return [*list_page(world), "c1"]


def submission(world: World) -> list[Any]:
    return [world.submission.pk]


def application(world: World) -> list[Any]:
    return [world.application.pk]


def letter_person(world: World) -> list[Any]:
    return [world.application.pk, world.application.person_id]


def passkey(world: World) -> list[Any]:
    return [world.passkey.pk]


def case(world: World) -> list[Any]:
    return [world.submission.case_id]


def own_part(world: World) -> list[Any]:
    return [world.draft.pk]


def representation(world: World) -> list[Any]:
    return [world.application.pk, world.representation.pk]


def document(world: World) -> list[Any]:
    return [world.document.pk]


def drawn_document(world: World) -> list[Any]:
    """The same, with a small picture of its first page, as the worker makes it."""
    page = DocumentPage.objects.get(document=world.document, number=1)
    if page.thumbnail is None:
        page.thumbnail = store_file(make_image("WEBP"), media_type="image/webp", kind=StoredFileKind.PAGE)
        page.save(update_fields=["thumbnail"])
    return document(world)


def helping(world: World) -> list[Any]:
    return [world.helping.pk]


def begun(world: World) -> list[Any]:
    return [world.begun.pk]


def offer(world: World) -> list[Any]:
    return [world.offer.pk]


def organisation(world: World) -> list[Any]:
    return [world.paper.organisation_id]


def client(world: World) -> list[Any]:
    return [*organisation(world), world.client.pk]


def member(world: World) -> list[Any]:
    return [*organisation(world), world.member.pk]


def paper(world: World) -> list[Any]:
    return [world.paper.pk]


def paper_of_application(world: World) -> list[Any]:
    return [world.application.pk, world.document.pk]


def page_of_paper(world: World) -> list[Any]:
    return [*paper_of_application(world), 1]


def original_of_paper(world: World) -> list[Any]:
    return [*paper_of_application(world), world.document.pk]


def conversation(world: World) -> list[Any]:
    return [world.thread.pk]


def attachment(world: World) -> list[Any]:
    return [world.attachment.message.thread_id, world.attachment.pk]


def begun_message(world: World) -> list[Any]:
    return [world.begun_message.pk]

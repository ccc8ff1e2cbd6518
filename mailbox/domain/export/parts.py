"""A very long export in several PDFs: drawing one takes memory and time with its length."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from mailbox.domain.export.contents import Contents, Conversation, Post

LONGEST: Final = 200  # entries in one PDF: about sixty pages, some seconds


def parts_of(contents: Contents) -> list[Contents]:
    """Return it as it is, or in parts with at most ``LONGEST`` entries; what came in and the files are in the last."""
    pages = list(_split(contents.conversations))
    if len(pages) <= 1:
        return [contents]
    parts = [replace(contents, conversations=page, receipts=(), files=(), part=n) for n, page in enumerate(pages, 1)]
    return [*parts[:-1], replace(parts[-1], receipts=contents.receipts, files=contents.files)]


def is_long(contents: Contents) -> bool:
    """Whether one PDF is not enough."""
    return sum(len(each.posts) for each in contents.conversations) > LONGEST


def _split(conversations: tuple[Conversation, ...]) -> Iterator[tuple[Conversation, ...]]:
    page: list[Conversation] = []
    room = LONGEST
    for conversation in conversations:
        posts: tuple[Post, ...] = conversation.posts
        while len(posts) > room:
            yield (*page, replace(conversation, posts=posts[:room]))
            page, posts, room = [], posts[room:], LONGEST
        page.append(replace(conversation, posts=posts))
        room -= len(posts)
    if page:
        yield tuple(page)

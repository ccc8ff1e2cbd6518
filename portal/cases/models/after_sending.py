"""What is offered right after an application was sent, and who offers it.

The page after sending stands below the apps that can help; each of them says in ``AppConfig.ready`` what it has, and
the page asks all and knows none by name (as `portal.cases.models.todo`).
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from portal.cases.models.actor import Actor
from portal.cases.models.case import Case
from portal.cases.models.person import Person

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Words = str | StrPromise


class Way(Struct, frozen=True, kw_only=True):
    """One way to somebody: its words, and the page that begins it."""

    label: "Words"
    url: str


class Invited(Struct, frozen=True, kw_only=True):
    """A talk that is agreed or waits for an answer. ``starts`` None: the times stand on the page of ``url``."""

    label: "Words"
    url: str
    starts: dt.datetime | None = None


class HelpAfterSending(Struct, frozen=True, kw_only=True):
    """``title`` and ``words`` (paragraphs) say what is offered, ``ways`` lead to it. ``not_instead``: what it does not
    replace. ``invited``: the talk that is meant there, where somebody was asked to it already; ``no_invitation`` is
    said where nobody was. ``who`` is the team or jobcenter, ``phone`` its number.
    """

    title: "Words"
    words: "tuple[Words, ...]"
    ways: tuple[Way, ...]
    not_instead: "tuple[Words, ...]" = ()
    invited: tuple[Invited, ...] = ()
    no_invitation: "Words" = ""
    who: str = ""
    phone: str = ""
    phone_uri: str = ""


Provider = Callable[[Actor, Case, Person], HelpAfterSending | None]
PROVIDERS: Final[list[Provider]] = []


def declare_after_sending(provider: Provider) -> None:
    """Add a source of help; call it in ``ready()``. Saying the same again is no matter.

    ``provider`` takes who acts, the case and whom it is about, asks a fixed number of queries, and returns None where
    it has nothing for this actor.
    """
    if provider not in PROVIDERS:
        PROVIDERS.append(provider)


def help_after_sending(actor: Actor, case: Case, person: Person) -> list[HelpAfterSending]:
    """Return what all sources offer."""
    return list(_offered(actor, case, person))


def _offered(actor: Actor, case: Case, person: Person) -> Iterator[HelpAfterSending]:
    for provider in PROVIDERS:
        found = provider(actor, case, person)
        if found is not None:
            yield found

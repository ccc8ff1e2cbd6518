"""What stays in a browser's history: whether a title or an address says who somebody is or what it is about."""

import re
from html import unescape

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_OF_WHOM = "antrag von"


def title_of(body: bytes) -> str:
    """The title of a page as people see it; empty for anything else."""
    found = _TITLE.search(body)
    return unescape(found[1].decode(errors="ignore")) if found else ""


def tells(world, address: str, location: str, title: str) -> str:
    """The first of the world's telling words that one of them holds; empty when none does."""
    said = f"{address} {location} {title}".lower()
    return next((word for word in (*world.telling, _OF_WHOM) if word in said), "")

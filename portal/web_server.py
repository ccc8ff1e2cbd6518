"""How gunicorn serves: a process answers at once, and loads what not every page needs while nobody waits for it."""

from contextlib import suppress
from threading import Timer
from typing import Any

PAUSE = 1.0  # seconds: who has waited for the restart goes first


def post_worker_init(worker: Any) -> None:  # noqa: ARG001 -- gunicorn's signature
    """Warm up a process that has begun to serve."""
    timer = Timer(PAUSE, warm_up)
    timer.daemon = True  # nobody waits for it at the end, either
    timer.start()


def warm_up() -> None:
    """Load all branches of addresses, keys, forms and rules: the first visitor of each would wait 20 to 200 ms.

    Asks the database nothing. Raises what loading raises; a visitor would see the same.
    """
    from django.urls import Resolver404, get_resolver, resolve  # noqa: PLC0415 -- Django is ready only now

    from applications.services.loading import load_forms_and_rules  # noqa: PLC0415 -- as above
    from portal.crypto.enums import KeysetName  # noqa: PLC0415 -- as above
    from portal.crypto.models.keysets import keyset  # noqa: PLC0415 -- as above

    for branch in get_resolver().url_patterns:
        with suppress(Resolver404):
            resolve(f"/{branch.pattern}?")  # no address has a question mark: looks through the whole branch
    for name in KeysetName:
        keyset(name).primitive  # noqa: B018 -- reads the file
    load_forms_and_rules()

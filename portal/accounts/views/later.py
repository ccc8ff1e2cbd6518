"""Views that are loaded when somebody calls them."""

import functools
from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.utils.module_loading import import_string

View = Callable[..., HttpResponseBase]


def later(name: str, *, for_strangers: bool = False) -> View:
    """The view of this dotted name, a function or a class, loaded with its first visitor.

    For pages that few people visit and that bring much along: what is needed for passkeys is a fifteenth of a start.
    ``for_strangers``: nobody has to be signed in, which is asked before the view is there to say so.
    """

    @functools.cache
    def loaded() -> View:
        found = import_string(name)
        return cast("View", found.as_view() if hasattr(found, "as_view") else found)

    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return loaded()(request, *args, **kwargs)

    return login_not_required(view) if for_strangers else view

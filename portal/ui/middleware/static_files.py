"""Static files: WhiteNoise, which at the start looks at their names only."""

import functools
import os
from collections.abc import Callable, Mapping
from typing import Any

from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import Response, StaticFile


class StaticFilesMiddleware(WhiteNoiseMiddleware):  # type: ignore[misc] # WhiteNoise has no types
    """Headers of a file are put together with its first visitor: for all at once they are a fortieth of a start."""

    def get_static_file(self, path: str, url: str, stat_cache: Mapping[str, os.stat_result] | None = None) -> Any:
        """The answer for a file. Raises MissingFileError where no list of files was made and this one is none."""
        if stat_cache is None:
            return super().get_static_file(path, url)
        return _LaterFile(functools.partial(super().get_static_file, path, url, stat_cache))


class _LaterFile:
    def __init__(self, make: Callable[[], StaticFile]) -> None:
        self._make = make

    @functools.cached_property
    def _file(self) -> StaticFile:
        return self._make()

    def get_response(self, method: str, headers: Mapping[str, str]) -> Response:
        return self._file.get_response(method, headers)

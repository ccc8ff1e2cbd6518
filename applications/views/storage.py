"""Storage of the wizard: formtools asks it for nothing and hands it clean answers, which go to the draft at once."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponseBase
from formtools.wizard.storage.base import BaseStorage

Save = Callable[[Mapping[str, Any]], None]


class DraftStorage(BaseStorage):  # type: ignore[misc] # formtools has no types
    """Knows the current step (from the address) and where to save. Keeps nothing itself."""

    def __init__(self, prefix: str, request: Any = None, file_storage: Any = None) -> None:
        super().__init__(prefix, request, file_storage)
        self.init_data()
        self._save: Save | None = None

    def bind(self, step: str, save: Save) -> None:
        """Tell it the page of the address and the function that saves."""
        self.current_step = step
        self._save = save

    def get_step_data(self, step: str) -> None:  # noqa: ARG002 -- formtools' signature
        """Nothing: forms are unbound and get stored answers as initial values; a bound form would show errors."""
        return

    def set_step_data(self, step: str, cleaned_data: Mapping[str, Any]) -> None:  # noqa: ARG002 -- as above
        """Save the answers of the page."""
        if self._save is not None:
            self._save(cleaned_data)

    def get_step_files(self, step: str) -> None:  # noqa: ARG002 -- as above
        """Papers have a page of their own."""
        return

    def set_step_files(self, step: str, files: Any) -> None:
        """Papers have a page of their own."""

    def reset(self) -> None:
        """Nothing to forget: sending clears the draft."""

    def update_response(self, response: HttpResponseBase) -> None:
        """Everything was saved before the answer was made."""

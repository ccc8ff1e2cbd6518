"""Two transactions side by side, each in its own connection, in step with each other."""

import threading
from collections.abc import Callable

from django.db import connection, transaction

PATIENCE = 60  # seconds; nothing waits so long unless something is wrong


class Race:
    """Runs each of ``works`` in a transaction of its own; ``meet()`` inside waits until all have come that far."""

    def __init__(self, *works: Callable[[Callable[[], None]], None]) -> None:
        self.works = works
        self.barrier = threading.Barrier(len(works), timeout=PATIENCE)
        self.errors: list[Exception | None] = [None] * len(works)

    def run(self) -> list[Exception | None]:
        """The error of each, None where it committed."""
        threads = [threading.Thread(target=self._run, args=(index,)) for index in range(len(self.works))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=2 * PATIENCE)
        assert not any(thread.is_alive() for thread in threads)
        return self.errors

    def _run(self, index: int) -> None:
        try:
            with transaction.atomic():
                self.works[index](self.barrier.wait)
        except Exception as error:  # noqa: BLE001 -- handed to the test
            self.errors[index] = error
        finally:
            connection.close()

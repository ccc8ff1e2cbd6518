"""Django's backend with a health check that costs no query, and prepared statements. ``ENGINE`` names this package."""

import select
from typing import Any

from django.db.backends.postgresql import base
from psycopg2.extensions import TRANSACTION_STATUS_INERROR


class DatabaseWrapper(base.DatabaseWrapper):
    """Notices at the start of a request or task that the server has ended the connection, and makes a new one.

    ``_prepared``: names of the statements that the server knows on this connection; not undone by a rollback.
    """

    _prepared: set[str]

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; nothing is prepared there yet."""
        self._prepared = set()
        return super().get_new_connection(conn_params)

    def prepare(self, name: str, sql: str) -> None:
        """Let the server parse a statement once for this connection, which must be open; ``EXECUTE`` runs it by name.

        In a pool that gives every transaction another connection this cannot be used (docs/operations.md).
        """
        if name in self._prepared:
            return
        with self.wrap_database_errors, self.connection.cursor() as cursor:
            cursor.execute(f"PREPARE {name} AS {sql}")
        self._prepared.add(name)

    def is_usable(self) -> bool:
        """Whether the connection can be used (Django asks once a request, with ``CONN_HEALTH_CHECKS``).

        Nobody has asked anything, so a server that has something to say says goodbye: the socket is readable or closed.
        A rare other word (a setting reloaded) costs a new connection. A server that vanished without a word is noticed
        by the first query, as with Django's own ``SELECT 1``. A transaction that has failed can do nothing more.
        """
        if self.connection is None or self.connection.closed:
            return False
        if self.connection.info.transaction_status == TRANSACTION_STATUS_INERROR:
            return False
        socket = select.poll()
        socket.register(self.connection.fileno(), select.POLLIN)
        return not socket.poll(0)

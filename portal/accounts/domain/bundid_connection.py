"""How this portal and BundID know each other (docs/bundid.md). Importable before Django is set up: settings use it."""

from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.discreet import Discreet

# Attributes of a person (OIDs), the only ones that the portal asks for.
BPK2: Final = "urn:oid:1.3.6.1.4.1.25484.494450.3"  # stays the same at one service, differs from service to service
EMAIL: Final = "urn:oid:0.9.2342.19200300.100.1.3"
LEVEL: Final = "urn:oid:1.2.40.0.10.2.1.1.261.94"

MOST_CHARACTERS: Final = 200_000  # of an answer in base64; a real one has some 20 000
METADATA_PATH: Final = "/konto/bundid/metadaten/"
ANSWER_PATH: Final = "/konto/bundid/antwort/"


class BundIdConnection(Discreet, frozen=True, kw_only=True):
    """Addresses, names and keys; ``level`` and ``step_up_level`` are the least that is accepted (STORK 1 to 4).

    ``idp_certificates``: PEM, more than one while BundID changes its key. ``keys`` with ``certificates``: ours, PEM;
    the first signs, all of them decrypt, so that a new key can be announced before it is used.
    """

    idp_entity_id: str
    sso_url: str
    idp_certificates: tuple[str, ...]
    base_url: str  # of the portal, without a slash at the end
    keys: tuple[str, ...]
    certificates: tuple[str, ...]
    service_id: str  # BundID's number of the online service, "BMI-…"
    organization: str  # who asks, as BundID shows it to the person
    level: int = 1
    step_up_level: int = 3

    @property
    def entity_id(self) -> str:
        """Our name at BundID: by custom the address of our metadata."""
        return self.base_url + METADATA_PATH

    @property
    def answer_url(self) -> str:
        """Where BundID has the browser post its answer (assertion consumer service)."""
        return self.base_url + ANSWER_PATH


def configured_connection() -> BundIdConnection:
    """Return the connection of the settings. Raises ImproperlyConfigured without one."""
    connection = settings.BUNDID
    if connection is None:
        raise ImproperlyConfigured("BundID is not configured.")
    return connection

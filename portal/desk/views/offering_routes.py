"""Addresses of the pages of the offer, below /verwaltung/."""

from collections.abc import Callable
from typing import Final

from django.http import HttpResponseBase

from portal.desk.views import (
    offering_exceptions,
    offering_hours,
    offering_rooms,
    offering_services,
    offering_settings,
    offering_week,
)

_HERE: Final = "termine/einrichtung/"
ROUTES: Final[list[tuple[str, Callable[..., HttpResponseBase], str]]] = [
    (_HERE, offering_week.week, "offering"),
    (f"{_HERE}anliegen/", offering_services.list_services, "offering_services"),
    (f"{_HERE}anliegen/neu/", offering_services.new_service, "new_service"),
    (f"{_HERE}anliegen/<uuid:pk>/", offering_services.change_service, "service"),
    (f"{_HERE}anliegen/<uuid:pk>/loeschen/", offering_services.remove_service, "remove_service"),
    (f"{_HERE}raeume/", offering_rooms.list_rooms, "offering_rooms"),
    (f"{_HERE}raeume/neu/", offering_rooms.new_room, "new_room"),
    (f"{_HERE}raeume/<uuid:pk>/", offering_rooms.change_room, "room"),
    (f"{_HERE}raeume/<uuid:pk>/loeschen/", offering_rooms.remove_room, "remove_room"),
    (f"{_HERE}sprechzeiten/", offering_hours.list_hours, "offering_hours"),
    (f"{_HERE}sprechzeiten/neu/", offering_hours.new_hours, "new_hours"),
    (f"{_HERE}sprechzeiten/<uuid:pk>/", offering_hours.change_hours, "hours"),
    (f"{_HERE}sprechzeiten/<uuid:pk>/loeschen/", offering_hours.remove_hours, "remove_hours"),
    (f"{_HERE}ausnahmen/", offering_exceptions.exceptions, "offering_exceptions"),
    (f"{_HERE}ausnahmen/<uuid:pk>/loeschen/", offering_exceptions.remove_exception, "remove_exception"),
    (f"{_HERE}einstellungen/", offering_settings.change_settings, "offering_settings"),
]

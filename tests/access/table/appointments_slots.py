"""What an office offers: week, hours, exceptions for everybody of the house; services and rooms for who leads."""

from typing import Any

from tests.access.table.rows import LOGIN, Row, answers, citizens, of_staff
from tests.access.world import World
from tests.factories.appointments import OpeningRuleFactory, RoomFactory, ServiceFactory


def service(world: World) -> list[Any]:
    return [ServiceFactory(jobcenter=_house(world)).pk]


def room(world: World) -> list[Any]:
    return [RoomFactory(office=_house(world).offices.first()).pk]


def hours(world: World) -> list[Any]:
    return [OpeningRuleFactory(membership=world.users["caseworker"].staff_memberships.get()).pk]


def closed_hour(world: World) -> list[Any]:
    membership = world.users["caseworker"].staff_memberships.get()
    period = ("2999-01-07T09:00+01:00", "2999-01-07T10:00+01:00")
    return [membership.calendar_exceptions.get_or_create(period=period)[0].pk]


def _house(world: World) -> Any:
    return world.submission.case.jobcenter


def of_lead(arguments: Any = lambda _world: [], code: int | str = 200, method: str = "get", foreign: Any = 404) -> Row:
    """Who leads in the house; ``foreign``: who leads another one."""
    leads = {"team_lead": code, "administrator": code, "foreign_team_lead": foreign, "foreign_administrator": foreign}
    return Row(answers=answers(403, anonymous=LOGIN, **leads), arguments=arguments, method=method)


def of_administrator(code: int | str = 200, method: str = "get") -> Row:
    """Each for the own house."""
    allowed = answers(403, anonymous=LOGIN, administrator=code, foreign_administrator=code, **citizens(403))
    return Row(answers=allowed, method=method)


TABLE: dict[str, Row | list[Row]] = {
    "desk:offering": of_staff(foreign=200),
    "desk:offering_services": of_lead(foreign=200),
    "desk:new_service": [of_lead(foreign=200), of_lead(code=422, method="post", foreign=422)],
    "desk:service": [of_lead(service), of_lead(service, 422, "post")],
    "desk:remove_service": [of_lead(service), of_lead(service, "redirect", "post")],
    "desk:offering_rooms": of_lead(foreign=200),
    "desk:new_room": [of_lead(foreign=200), of_lead(code=422, method="post", foreign=422)],
    "desk:room": [of_lead(room), of_lead(room, 422, "post")],
    "desk:remove_room": [of_lead(room), of_lead(room, "redirect", "post")],
    "desk:offering_hours": of_staff(foreign=200),
    "desk:new_hours": [of_staff(foreign=200), of_staff(code=422, method="post", foreign=422)],
    "desk:hours": [of_staff(hours), of_staff(hours, 422, "post")],
    "desk:remove_hours": [of_staff(hours), of_staff(hours, "redirect", "post")],
    "desk:offering_exceptions": [of_staff(foreign=200), of_staff(code=422, method="post", foreign=422)],
    "desk:remove_exception": of_staff(closed_hour, "redirect", "post"),
    "desk:offering_settings": [of_administrator(), of_administrator("redirect", "post")],
}

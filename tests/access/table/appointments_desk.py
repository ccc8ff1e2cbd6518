"""Appointments at the desk: the week, one with its outcome and steps, those of a case, summonses, redistribution."""

from typing import Any

from tests.access.table.objects import case
from tests.access.table.rows import Row, of_staff
from tests.access.world import World


def talk(world: World) -> list[Any]:
    return [world.summons.appointment_id]


def step(world: World) -> list[Any]:
    return [*talk(world), world.summons.appointment.agreed_steps.get().pk]


TABLE: dict[str, Row | list[Row]] = {
    "desk:appointments": of_staff(foreign=200),
    "desk:open_outcomes": of_staff(foreign=200),
    "desk:reassign": [of_staff(foreign=200), of_staff(code=200, method="post", foreign=200)],
    "desk:summonses": of_staff(foreign=200),
    "desk:appointment": of_staff(talk),
    "desk:appointment_outcome": of_staff(talk, 422, "post"),
    "desk:appointment_missed": of_staff(talk, "redirect"),  # it is to come
    "desk:agree_step": of_staff(talk, 422, "post"),
    "desk:change_step": of_staff(step, 404, "post"),  # without a wish
    "desk:appointment_note": of_staff(talk, 422, "post"),
    "desk:move_appointment": [of_staff(talk), of_staff(talk, 422, "post")],
    "desk:change_appointment": [of_staff(talk), of_staff(talk, 422, "post")],
    "desk:cancel_appointment": [of_staff(talk), of_staff(talk, 422, "post")],
    "desk:appointment_video": of_staff(talk, "redirect"),  # it is in person
    "desk:summons_letter": of_staff(talk),
    "desk:summons_posted": of_staff(talk, 422, "post"),
    "desk:new_letter": [of_staff(talk, "redirect"), of_staff(talk, "redirect", "post")],  # its letter holds
    "desk:case_appointments": of_staff(case),
    "desk:book_appointment": [of_staff(case), of_staff(case, 422, "post")],
    "desk:summon": [of_staff(case), of_staff(case, 422, "post")],
}

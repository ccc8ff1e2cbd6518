"""The postbox at the desk: inbox, conversations, notes, contacts on other ways, texts, who is away."""

from typing import Any

from tests.access.table.objects import case
from tests.access.table.rows import LOGIN, Row, answers, of_staff
from tests.access.world import World


def conversation(world: World) -> list[Any]:
    return [world.conversation.pk]


def text(world: World) -> list[Any]:
    return [world.text.pk]


def draft_of_text(world: World) -> list[Any]:
    return [world.text.pk, world.text.versions.get().pk]


def absence(world: World) -> list[Any]:
    return [world.administered["accounts_absence"]]


def of_lead(arguments: Any = lambda _world: [], code: int | str = 200, method: str = "get", foreign: int = 404) -> Row:
    """Who leads a team or administers the jobcenter; others of the desk may not, those of other houses find nothing."""
    return Row(
        answers=answers(
            403,
            anonymous=LOGIN,
            team_lead=code,
            administrator=code,
            foreign_team_lead=foreign,
            foreign_administrator=foreign,
        ),
        arguments=arguments,
        method=method,
    )


TABLE: dict[str, Row | list[Row]] = {
    "desk:inbox": of_staff(foreign=200),
    "desk:narrow_inbox": of_staff(code="redirect", method="post", foreign="redirect"),
    "desk:conversation": of_staff(conversation),
    "desk:reply": [of_staff(conversation, 405, foreign=405), of_staff(conversation, "redirect", "post")],
    "desk:no_answer": of_staff(conversation, "redirect", "post"),
    "desk:move_thread": of_staff(conversation, 422, "post"),
    "desk:note": of_staff(conversation, 422, "post"),
    "desk:person_language": of_staff(conversation, "redirect", "post"),
    "desk:write": of_staff(case),
    "desk:case_note": of_staff(case, "redirect", "post"),
    "desk:contact": [of_staff(case), of_staff(case, code=200, method="post")],
    "desk:absences": [of_staff(foreign=200), of_staff(code=422, method="post", foreign=422)],
    "desk:remove_absence": Row(
        answers=answers(
            403,
            anonymous=LOGIN,
            caseworker=404,
            team_lead="redirect",
            administrator="redirect",
            foreign_caseworker=404,
        ),
        arguments=absence,
        method="post",
    ),
    "desk:texts": of_lead(foreign=200),
    "desk:new_text": of_lead(foreign=200),
    "desk:text": [of_lead(text), of_lead(text, 422, "post")],
    "desk:take_over_text": of_lead(text, 404, "post"),  # it is the house's own already
    "desk:publish_text": of_lead(draft_of_text, "redirect", "post"),
}

"""Taking away what lies in the postbox: the person and who may read it for her; the office what it works on."""

from typing import Any

from tests.access.table.objects import case
from tests.access.table.rows import OF_OWN_CASE, Row, of_claimant, of_staff
from tests.access.world import World


def thread(world: World) -> list[Any]:
    return [world.thread.pk]


TABLE: dict[str, Row | list[Row]] = {
    "mailbox:export": OF_OWN_CASE,
    "mailbox:export_case_pdf": of_claimant(case),
    "mailbox:export_case_zip": of_claimant(case),
    "mailbox:export_thread_pdf": of_claimant(thread),
    "mailbox:export_thread_zip": of_claimant(thread),
    "desk:export": [of_staff(case), of_staff(case, method="post")],
}

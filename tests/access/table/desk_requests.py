"""Requests for papers, on the desk."""

from collections.abc import Callable
from typing import Any

from mailbox.enums import RequestStatus
from mailbox.models import EvidenceRequest, PaperScan
from mailbox.services.evidence import ask_for_time
from portal.accounts.models import StaffMembership
from tests.access.table.evidence import request_of
from tests.access.table.rows import LOGIN, Row, answers, citizens, of_staff
from tests.access.world import World
from tests.factories.cases import claimant_actor
from tests.factories.evidence import drafted
from tests.factories.paper_scans import PaperScanFactory


def case_of(world: World) -> list[Any]:
    return [world.submission.case_id]


def sent(world: World) -> list[Any]:
    return [*case_of(world), *request_of(world)]


def draft(world: World) -> list[Any]:
    """A draft of the office; made on first use, or that of the checks."""
    case = world.submission.case
    known = EvidenceRequest.objects.filter(case=case, status=RequestStatus.DRAFT).first()
    return [case.pk, (known or drafted(case=case).request).pk]


def item(world: World) -> list[Any]:
    case_pk, request_pk = sent(world)
    return [case_pk, request_pk, EvidenceRequest.objects.get(pk=request_pk).items.earliest("position").pk]


def wish(world: World) -> list[Any]:
    case_pk, request_pk = sent(world)
    request = EvidenceRequest.objects.get(pk=request_pk)
    wished = ask_for_time(actor=claimant_actor(request.case), request=request, token="access")
    return [case_pk, request_pk, wished.pk]


def scanned(world: World) -> list[Any]:
    """What the caseworker has scanned; made on first use."""
    worker = StaffMembership.objects.get(user=world.users["caseworker"])
    known = PaperScan.objects.filter(membership=worker).first()
    return [(known or PaperScanFactory(membership=worker)).pk]


def first_page(world: World) -> list[Any]:
    return [*scanned(world), 1]


def of_who_scanned(arguments: Callable[[World], list[Any]], code: int = 200) -> Row:
    """Whoever holds the papers in hand; colleagues and leads do not."""
    return Row(answers=answers(404, anonymous=LOGIN, caseworker=code, **citizens(403)), arguments=arguments)


TABLE: dict[str, Row | list[Row]] = {
    "desk:new_request": [of_staff(case_of), of_staff(case_of, 422, "post")],
    "desk:request": of_staff(sent),
    "desk:change_request": [of_staff(draft), of_staff(draft, 422, "post")],
    "desk:request_letter": of_staff(sent),
    "desk:send_request": [of_staff(draft, 405, foreign=405), of_staff(draft, 422, "post")],
    "desk:withdraw_request": of_staff(sent, 405, foreign=405),
    "desk:judge_item": [of_staff(item, 405, foreign=405), of_staff(item, 404, "post")],
    "desk:record_paper": [of_staff(item), of_staff(item, 422, "post")],
    "desk:answer_wish": [of_staff(wish, 405, foreign=405), of_staff(wish, 422, "post")],
    "desk:cover_sheet": [of_staff(foreign=200), of_staff(code=422, method="post", foreign=422)],
    "desk:new_pile": [of_staff(code=405, foreign=405), of_staff(code=422, method="post", foreign=422)],
    "desk:pile": of_who_scanned(scanned),
    "desk:pile_page": of_who_scanned(first_page, 404),
    "desk:deadlines": of_staff(foreign=200),
}

"""A household, a colleague with hours, and summonses that went through the service."""

import datetime
import subprocess
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from appointments.domain.summons_text import summons_notice
from appointments.enums import MeetingPurpose
from appointments.models import Service, Summons
from appointments.selectors.slots import SlotQuery
from appointments.services import Call, send_summons
from portal.documents.models import Document
from portal.documents.services import open_file
from portal.outbox.models import OutboxMessage
from tests.factories.appointments import MONDAY_NINE, OpeningRuleFactory, ServiceFactory
from tests.factories.cases import staff_actor
from tests.factories.decisions import House, house
from tests.factories.documents import release

REASON = "Die Person hat am Telefon um einen festen Termin gebeten."


def letter_text(document: Document) -> str:
    """The words of a letter, with single spaces."""
    return pdf_text(b"".join(open_file(document.stored)))


def pdf_text(content: bytes) -> str:
    """The words of a PDF, with single spaces."""
    command = ["pdftotext", "-raw", "-", "-"]
    result = subprocess.run(command, input=content, capture_output=True, check=True)
    return " ".join(result.stdout.decode().replace("\u00ad", "").split())


@dataclass(frozen=True)
class Calling:
    """Who is called by whom for what."""

    house: House
    service: Service

    def call(self, **facts: Any) -> Call:
        wanted = {
            "purpose": MeetingPurpose.PLACEMENT,
            "topic": "Wir sprechen über Stellen.",
            "notice_id": summons_notice(self.house.case).pk,
            "reason": REASON,
        }
        return Call(**{**wanted, **facts})

    def send(
        self, *, starts: datetime.datetime = MONDAY_NINE, is_checked: bool = True, token=None, **facts: Any
    ) -> Summons:
        """``is_checked``: the file was looked at, so that the notice may go out."""
        sent = send_summons(
            actor=staff_actor(self.house.author),
            case=self.house.case,
            person=self.house.person,
            query=SlotQuery(service=self.service, by_staff=True),
            starts=starts,
            membership_id=self.house.author.pk,
            call=self.call(**facts),
            token=token or uuid4(),
        )
        if is_checked:
            OutboxMessage.objects.filter(subject_id=sent.document_id).delete()  # no worker shall do it once more
            release(sent.document)
        return sent


def calling(**facts: Any) -> Calling:
    """The author of the house has hours on weekday mornings; ``facts`` as for `house`."""
    there = house(**facts)
    OpeningRuleFactory(membership=there.author)
    return Calling(there, ServiceFactory(jobcenter=there.case.jobcenter))

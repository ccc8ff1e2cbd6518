"""Words that stand in one place of a case only, and where to look for them in what the portal answers."""

import io
import subprocess
from collections.abc import Iterable
from urllib.parse import unquote

import pikepdf
from django.http import HttpResponseBase

from applications.enums import FindingState
from applications.models import StatusChange
from portal.cases.enums import Shown
from portal.documents.domain.reading import read_pages
from portal.documents.services import mark_handed_in
from portal.submissions.models import SubmittedFile
from tests.access.world import World
from tests.factories.documents import DocumentFactory
from tests.factories.mailbox import MessageFactory
from tests.factories.personas import P02, fresh
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import FindingFactory

NAME = "Kanarigall"  # may stand in lists
# What says that a word was seen rightfully: an event of one of these kinds.
CANARIES: dict[str, frozenset[Shown]] = {
    "Pirolgasse": frozenset({Shown.ANSWERS, Shown.COPY}),
    "Zaunkönig": frozenset({Shown.ANSWERS, Shown.COPY}),
    "DE09 9999 9999 8675 3094 21": frozenset({Shown.ANSWERS, Shown.COPY}),
    "28.02.1991": frozenset({Shown.ANSWERS, Shown.COPY}),
    "Rotkehlchenbrief": frozenset({Shown.FILE_NAMES, Shown.RECEIPT, Shown.DOCUMENTS}),
    "Bachstelzenvertrag": frozenset({Shown.DOCUMENTS}),
    "Wiedehopf": frozenset({Shown.MESSAGES}),
    "Dompfaffbescheid": frozenset({Shown.MESSAGES}),
    "Eisvogelnotiz": frozenset({Shown.NOTES}),
    "Zilpzalpgrund": frozenset({Shown.NOTES}),
    "Rohrdommel": frozenset({Shown.APPOINTMENTS, Shown.COPY}),  # a wish
    "Sumpfmeise": frozenset({Shown.APPOINTMENTS, Shown.MESSAGES}),  # words of an invitation
    "Grasmücke": frozenset({Shown.APPOINTMENTS}),
}


def canary_answers() -> dict:
    """Complete answers with words that stand nowhere else."""
    answers = fresh(P02)
    answers["you"] |= {"last_name": NAME, "birth_date": "1991-02-28"}
    answers["home"] |= {"street": "Pirolgasse 47b", "landlord_name": "Zaunkönig Immobilien"}
    answers["bank"] |= {"iban": "DE09999999998675309421"}
    return answers


def plant(world: World) -> World:
    """Put a file, its content, a message and two notes into the case of the world."""
    world.document = DocumentFactory(
        case=world.submission.case, name="Rotkehlchenbrief.pdf", content=pdf_saying("Bachstelzenvertrag")
    )
    mark_handed_in(documents=[world.document], at=world.document.created_at)
    read_pages(world.document.pk)
    SubmittedFile.objects.create(
        submission=world.submission,
        document=world.document,
        position=1,
        name=world.document.original_name,
        media_type=world.document.media_type,
        pages=1,
        size=world.document.size,
        sha256=world.document.sha256,
    )
    MessageFactory(thread=world.thread, body="Wiedehopf: bitte melden Sie sich.")
    world.decision.title = "Dompfaffbescheid"
    world.decision.save()
    step = StatusChange.objects.filter(application=world.application).earliest("at")
    step.note = "Eisvogelnotiz"
    step.save()
    FindingFactory(
        application=world.application, reason="Zilpzalpgrund", state=FindingState.NOT_RELEVANT, decided_at=RECEIVED_AT
    )
    return world


def pdf_saying(word: str) -> bytes:
    """A PDF of one page with this word."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 72 700 Td ({word}) Tj ET".encode())
        target = io.BytesIO()
        pdf.save(target, compress_streams=False)
    return target.getvalue()


def said_by(response: HttpResponseBase) -> str:
    """Everything that the answer says: headers, text, and the text of a PDF. Streamed files are read to the end."""
    body = b"".join(response)
    headers = unquote("\n".join(str(value) for value in response.headers.values()))
    if body.startswith(b"%PDF-"):
        command = ["pdftotext", "-raw", "-", "-"]
        body = subprocess.run(command, input=body, capture_output=True, check=True).stdout
    return headers + body.decode(errors="replace")


def unnoticed(said: str, noted: Iterable[Shown]) -> list[str]:
    """The planted words that were said without an event of a kind that allows it."""
    kinds = set(noted)
    return [word for word, allowed in CANARIES.items() if word in said and not (allowed & kinds)]

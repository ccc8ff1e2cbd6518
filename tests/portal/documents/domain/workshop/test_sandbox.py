"""The child for real: what it makes, how it is ended, and that nothing of it stays."""

import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.conf import settings as django_settings
from msgspec import structs
from PIL import Image

from portal.documents.domain.workshop import sandbox
from portal.documents.domain.workshop.codes import Refusal, Remark
from portal.documents.domain.workshop.outcome import WorkshopClosed, WorkshopFailed
from portal.documents.domain.workshop.sandbox import Limits
from tests.factories.documents import make_image
from tests.factories.files import EICAR, broken_pdfs, form_pdfs, pdfs

ROOT = Path(__file__).parents[5]
PDF = "application/pdf"


@pytest.fixture(autouse=True)
def memory(tmp_path, settings):
    """A base of our own, so that what is left behind is seen."""
    base = tmp_path / "memory"
    base.mkdir()
    settings.PORTAL = structs.replace(django_settings.PORTAL, memory_dir=base)
    return base


def test_pdf_becomes_plain(memory):
    with sandbox.prepare(io.BytesIO(pdfs.changed(pdfs.virus)), media_type=PDF) as outcome:
        assert (outcome.refusal, outcome.pages, outcome.remarks) == (None, 1, (Remark.ATTACHMENT,))
        assert (outcome.notes, outcome.fingerprints, outcome.searchable) == (((),), ("",), True)
        assert outcome.walls == ("namespace", "privileges", "files", "calls")
        with outcome.attachment(1) as file:
            assert file.read() == EICAR
        with outcome.document() as file, pikepdf.open(file) as document:
            assert len(document.pages) == 1

    assert list(memory.iterdir()) == []


def test_password_is_passed_on():
    with sandbox.prepare([pdfs.locked()], media_type=PDF, password="geheim") as outcome:
        assert (outcome.refusal, outcome.pages) == (None, 1)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", Refusal.UNREADABLE), (pdfs.locked(), Refusal.PDF_ENCRYPTED), (pdfs.plain(501), Refusal.TOO_MANY_PAGES)],
    ids=["empty", "password", "pages"],
)
def test_refusal_comes_back(memory, content, code):
    with sandbox.prepare([content], media_type=PDF) as outcome:
        assert outcome.refusal is code

    assert list(memory.iterdir()) == []


def test_pdfs_are_joined():
    with sandbox.join([[pdfs.plain(2)], [pdfs.plain(), b""]]) as outcome, outcome.document() as file:
        assert outcome.pages == 3
        with pypdfium2.PdfDocument(file.read()) as document:
            assert len(document) == 3


def test_pages_become_pictures_and_text():
    with sandbox.pages([pdfs.statement(5)], first=2, last=3, width=400) as outcome:
        assert (outcome.pages, outcome.sizes) == (5, ((400, 567), (400, 567)))
        assert [text[:7] for text in outcome.texts] == ["Seite 2", "Seite 3"]
        assert [bool(fingerprint) for fingerprint in outcome.fingerprints] == [True, True]
        with outcome.page(2) as file, Image.open(file) as image:
            assert (image.format, image.size) == ("WEBP", (400, 567))
        with outcome.thumb(3) as file, Image.open(file) as image:
            assert (image.format, image.width) == ("WEBP", 160)
        with pytest.raises(WorkshopFailed):
            outcome.page(1)


def test_portion_ends_with_the_document():
    with sandbox.pages([pdfs.plain(3)], first=3, last=20, width=100) as outcome:
        assert (outcome.pages, outcome.texts) == (3, ("Kontoauszug Januar",))


def test_photo_becomes_a_page():
    photo = make_image("JPEG", (1200, 1600))
    with sandbox.prepare([photo], media_type="image/jpeg") as outcome, outcome.document() as file:
        assert (outcome.refusal, outcome.pages, outcome.searchable) == (None, 1, False)
        assert outcome.fingerprints == ("",)
        with pypdfium2.PdfDocument(file.read()) as document:
            assert len(document) == 1


def test_broken_photo_is_refused():
    with sandbox.prepare([make_image("JPEG", (1200, 900))[:4000]], media_type="image/jpeg") as outcome:
        assert outcome.refusal is Refusal.UNREADABLE


def test_too_much_work_fails(memory):
    content = broken_pdfs.many_objects(199_000)
    with (
        pytest.raises(WorkshopFailed) as failed,
        sandbox.prepare([content], media_type=PDF, limits=Limits(cpu=1)),
    ):
        pass

    assert failed.value.reason == f"exit -{signal.SIGKILL:d}"
    assert list(memory.iterdir()) == []


def test_too_much_memory_is_refused():
    with sandbox.prepare([broken_pdfs.table_bomb()], media_type=PDF, limits=Limits(memory=300 << 20)) as outcome:
        assert outcome.refusal in {Refusal.TOO_COMPLEX, Refusal.UNREADABLE}


@pytest.mark.slow
def test_too_much_time_fails(memory):
    with (
        pytest.raises(WorkshopFailed) as failed,
        sandbox.prepare([broken_pdfs.many_objects(1_500_000)], media_type=PDF, limits=Limits(seconds=4)),
    ):
        pass

    assert failed.value.reason == "time"
    assert list(memory.iterdir()) == []


def test_child_that_cannot_begin_is_not_the_fault_of_the_file(memory):
    with pytest.raises(WorkshopClosed), sandbox.prepare([b"x"], media_type=PDF, limits=Limits(seconds=0)):
        pass

    assert list(memory.iterdir()) == []


def test_no_room_is_not_the_fault_of_the_file(settings, tmp_path):
    settings.PORTAL = structs.replace(django_settings.PORTAL, memory_dir=tmp_path / "missing")

    with pytest.raises(WorkshopClosed), sandbox.prepare([b"x"], media_type=PDF):
        pass


def test_folder_is_closed_to_others(memory):
    with sandbox.prepare([pdfs.plain()], media_type=PDF):
        (folder,) = memory.iterdir()
        assert oct(folder.stat().st_mode)[-3:] == "700"


def test_folder_goes_when_the_block_fails(memory):
    with pytest.raises(ZeroDivisionError), sandbox.prepare([pdfs.plain()], media_type=PDF):
        raise ZeroDivisionError

    assert list(memory.iterdir()) == []


def test_what_a_crash_left_is_swept(memory):
    left, fresh = memory / "workshop-left", memory / "workshop-fresh"
    for folder in (left, fresh):
        folder.mkdir()
        (folder / "source-1").write_bytes(b"%PDF")
    os.utime(left, (time.time() - 100, time.time() - 100))

    with sandbox.prepare([pdfs.plain()], media_type=PDF):
        pass

    assert sorted(path.name for path in memory.iterdir()) == ["workshop-fresh"]


def test_folder_in_use_is_not_swept(memory):
    with sandbox.prepare([pdfs.plain()], media_type=PDF) as outcome:
        (folder,) = memory.iterdir()
        os.utime(folder, (time.time() - 100, time.time() - 100))
        with sandbox.prepare([pdfs.plain()], media_type=PDF):
            pass
        with outcome.document() as file:
            assert file.read(5) == b"%PDF-"


@pytest.mark.slow
def test_broken_file_never_breaks_the_child():
    """A few of what ``test_pdf`` tries by the thousand."""
    dice = random.Random(6)
    seed = pdfs.changed(form_pdfs.filled_form)
    for _round in range(8):
        content = bytearray(seed)
        for _change in range(dice.randrange(1, 12)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        with sandbox.prepare([bytes(content)], media_type=PDF) as outcome:
            assert (outcome.refusal is None) == (outcome.pages > 0)


def child_of(pid):
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(status.read_text().rpartition(")")[2].split()[1]) == pid:
                return int(status.parent.name)
        except OSError:
            continue
    return None


def wait_until(condition):
    for _try in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("It did not come.")


@pytest.mark.slow
def test_child_ends_with_a_worker_that_is_killed(memory):
    program = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); os.environ['DJANGO_SETTINGS_MODULE'] = 'portal.settings.test'\n"
        "os.environ['PORTAL_MEMORY_DIR'] = sys.argv[2]\n"
        "from portal.documents.domain.workshop import sandbox\n"
        "from tests.factories.files import broken_pdfs\n"
        "with sandbox.prepare([broken_pdfs.many_objects(1_500_000)], media_type='application/pdf'): pass\n"
    )
    worker = subprocess.Popen([sys.executable, "-c", program, str(ROOT), str(memory)])
    wait_until(lambda: child_of(worker.pid))
    child = child_of(worker.pid)
    wait_until(
        lambda: Path(f"/proc/{child}/comm").read_text() and "workshop" in Path(f"/proc/{child}/cmdline").read_text()
    )
    time.sleep(1)

    worker.kill()
    worker.wait()

    wait_until(lambda: not Path(f"/proc/{child}").exists())
    assert [path.name[:9] for path in memory.iterdir()] == ["workshop-"]

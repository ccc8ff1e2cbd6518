"""The child program: ``python -m portal.documents.domain.workshop FOLDER``. Reads ``job.json``, writes ``result.json``.

Standard output says ``ready`` and which walls stand; before that it may say why not. Afterwards it is closed: what a
file makes a library print is social data.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from portal.documents.domain.workshop.codes import Refusal, Refused
from portal.documents.domain.workshop.walls import WallMissing, raise_all

Result = dict[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Do the job in the folder that ``arguments`` names. 0: there is a result, refusals included."""
    folder = Path(arguments[0])
    nowhere = os.open(os.devnull, os.O_RDWR)  # out of reach behind the walls
    job = json.loads((folder / "job.json").read_text())
    try:
        standing = raise_all(folder, parent=job["parent"], limits=job["limits"], unsealed=job["unsealed"])
    except WallMissing as missing:
        print(missing, flush=True)
        return 1
    print("ready", *standing, flush=True)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    try:
        result = _ACTIONS[job["action"]](folder, job)
    except Refused as refused:
        result = {"refusal": refused.code.value}
    except MemoryError:
        result = {"refusal": Refusal.TOO_COMPLEX.value}
    except Exception as error:  # noqa: BLE001 -- the words may hold social data; kind and place do not
        place = traceback.extract_tb(error.__traceback__)[-1]
        result = {"failure": f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}"}
    (folder / "result.json").write_text(json.dumps(result))
    return 0


def _prepare(folder: Path, job: dict[str, Any]) -> Result:
    if job["media_type"] == "application/pdf":
        return _prepare_pdf(folder, job.get("password", ""))
    return _prepare_pictures(folder, job["media_type"])


def _prepare_pdf(folder: Path, password: str) -> Result:
    """Fingerprints and notes of a PDF's pages take pictures of them, which ``pages`` makes, later and in portions."""
    from portal.documents.domain.workshop import pdf

    rebuilt = pdf.rebuild(folder / "source-1", password, folder / "document.pdf")
    return {
        "pages": rebuilt.pages,
        "remarks": rebuilt.remarks,
        "attachments": len(rebuilt.attachments),
        "searchable": rebuilt.searchable,
        "notes": [[]] * rebuilt.pages,
        "fingerprints": [""] * rebuilt.pages,
    }


def _prepare_pictures(folder: Path, media_type: str) -> Result:
    """Fingerprints come with ``pages``: of pages as a reader draws them, for only these can be compared."""
    from portal.documents.domain.workshop import photo

    pictures = photo.make_pages(folder / "source-1", media_type)
    with (folder / "document.pdf").open("wb") as target:
        photo.make_pdf(pictures, target)
    return {
        "pages": len(pictures),
        "notes": [picture.notes for picture in pictures],
        "fingerprints": [""] * len(pictures),
    }


def _join(folder: Path, job: dict[str, Any]) -> Result:
    from portal.documents.domain.workshop import join

    sources = [folder / f"source-{number}" for number in range(1, job["sources"] + 1)]
    return {"pages": join.join(sources, folder / "document.pdf")}


def _pages(folder: Path, job: dict[str, Any]) -> Result:
    from portal.documents.domain.workshop import likeness, pages, readability

    texts, sizes, fingerprints, notes = [], [], [], []
    with pages.opened(folder / "source-1") as document:
        for number in range(job["first"], min(job["last"], len(document)) + 1):
            text = document.text(number)
            picture = document.picture(number, job["width"])
            texts.append(text)
            sizes.append(picture.size if picture else (0, 0))
            fingerprints.append(likeness.fingerprint(picture) if picture else "")
            notes.append(readability.notes_of(picture) if picture and not text else ())
            if picture:
                pages.write(picture, folder / f"page-{number}.webp")
                pages.write(pages.thumbnail(picture), folder / f"thumb-{number}.webp")
        count = len(document)
    return {"pages": count, "texts": texts, "sizes": sizes, "fingerprints": fingerprints, "notes": notes}


def _read(folder: Path, job: dict[str, Any]) -> Result:
    from portal.documents.domain.workshop import pages, recognition

    with pages.opened(folder / "source-1") as document:
        picture = document.picture(job["page"], recognition.WIDTH)
        count = len(document)
    try:
        text, turn = recognition.read(picture, job["languages"]) if picture else ("", 0)
    except recognition.ReaderMissing:
        return {"pages": count}
    return {"pages": count, "texts": [text], "turns": [turn]}


def _codes(folder: Path, _job: dict[str, Any]) -> Result:
    from portal.documents.domain.workshop import pages, sheet_codes

    with pages.opened(folder / "source-1") as document:
        pictures = (document.picture(number, sheet_codes.WIDTH) for number in range(1, len(document) + 1))
        codes = [sheet_codes.read(picture) if picture else [] for picture in pictures]
    return {"pages": len(codes), "codes": codes}


def _cut(folder: Path, job: dict[str, Any]) -> Result:
    from portal.documents.domain.workshop import join

    return {"pages": join.cut(folder / "source-1", folder / "document.pdf", first=job["first"], last=job["last"])}


_ACTIONS: Final[dict[str, Callable[[Path, dict[str, Any]], Result]]] = {
    "prepare": _prepare,
    "join": _join,
    "pages": _pages,
    "read": _read,
    "codes": _codes,
    "cut": _cut,
}

if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))  # nothing is left to tidy, and libraries take their time over it

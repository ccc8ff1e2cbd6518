import pytest

from portal.documents.domain.workshop import codes
from portal.documents.enums import PageNote, Remark
from portal.documents.errors import REFUSALS, FileUnreadable, UploadRefused, refusal


def kinds(base=UploadRefused):
    return {below for kind in base.__subclasses__() for below in (kind, *kinds(kind))}


def test_every_refusal_says_what_to_do_next():
    assert [kind for kind in kinds() if "Sie" not in str(kind.message)] == []


def test_every_refusal_has_a_code_of_its_own():
    assert len({kind.code for kind in kinds() if kind.code}) == len(kinds())


@pytest.mark.parametrize("code", list(codes.Refusal))
def test_everything_the_workshop_refuses_has_words(code):
    assert REFUSALS[code].code == code


def test_everything_the_workshop_notes_has_words():
    assert (set(codes.Remark) - set(Remark.values), set(codes.Note) - set(PageNote.values)) == (set(), set())


def test_code_of_an_older_version_is_still_explained():
    assert refusal("long_gone") is FileUnreadable

"""The words in which the workshop reports. Their texts for people stand in ``errors`` and ``enums``."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why nothing was made of a file."""

    UNREADABLE = "unreadable"  # broken, cut off, without a page, or of another kind than was said
    IMAGE_TOO_LARGE = "image_too_large"  # more pixels than any camera gives
    PDF_ENCRYPTED = "pdf_encrypted"  # opens with a password only, and none or a wrong one was given
    TOO_MANY_PAGES = "too_many_pages"
    TOO_COMPLEX = "too_complex"  # bombs: takes more memory or objects when unpacked than any document needs
    PDF_DYNAMIC_FORM = "pdf_dynamic_form"  # its pages only say "please wait"; what was typed shows in one viewer only
    PDF_PORTFOLIO = "pdf_portfolio"  # a folder of files with a cover page; each file has to be sent by itself


class Note(StrEnum):
    """What may make a page hard to read; the person is told and decides."""

    BLURRED = "blurred"
    DARK = "dark"
    SMALL = "small"
    BLANK = "blank"
    CUT_OFF = "cut_off"
    UPSIDE_DOWN = "upside_down"
    SIDEWAYS = "sideways"


class Remark(StrEnum):
    """What staff should know: the plain PDF no longer holds it, the original does."""

    SCRIPT = "script"  # scripts, actions and form programs were left out
    PROGRAM = "program"  # it would have started a program or loaded one; no bank statement needs that
    ATTACHMENT = "attachment"  # files inside the file were left out
    FORM = "form"  # fields and notes became part of the page
    INCOMPLETE = "incomplete"  # the file says that it has more pages than it has
    SIGNATURE = "signature"  # an electronic signature can only be checked in the original


class Refused(Exception):
    """Nothing can be made of this file. ``code`` says why."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(code.value)
        self.code = code

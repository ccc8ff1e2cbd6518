"""The page on which people say that what they told before is so still."""

from msgspec import Struct

from applications.catalogue.question import Words
from applications.catalogue.summary import SummaryBlock, blocks_of
from applications.catalogue.walk import StepInstance
from applications.domain.draft import Course
from applications.forms.step import StepForm


class PartToConfirm(Struct, frozen=True):
    """One section: what is known in a few lines, everything in full, and whether it is ticked."""

    key: str
    field: str
    title: Words
    lines: tuple[str, ...]
    blocks: tuple[SummaryBlock, ...]
    is_ticked: bool


def parts_to_confirm(course: Course, here: StepInstance, form: StepForm) -> list[PartToConfirm]:
    """The sections of the page, in the order of the form. Ticks as typed, else as stored."""
    field = here.questions[0].key
    ticked = set(form[field].value() or ())
    parts = []
    for held in here.to_confirm:
        section = held.section
        pages = [page for page in course.walked if page.section is section]
        gist = section.holding.gist(course.answers) if section.holding else ()
        lines = tuple(str(line) for line in gist)
        blocks = blocks_of(pages, course.stored, course.people)
        parts.append(PartToConfirm(section.key, field, section.title, lines, blocks, section.key in ticked))
    return parts

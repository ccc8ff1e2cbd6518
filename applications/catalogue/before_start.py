"""What somebody wants to know before beginning a form: which papers it may ask for. Pure; needs no answers."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from applications.catalogue.question import Words
from applications.catalogue.structure import APPLICANT, ApplicationType, Collection, ForEach, Step
from applications.claim.evidence import evidence_needed
from applications.claim.matrix import MATRIX
from applications.claim.model import Claim, Person
from applications.enums import DocumentClass, PersonRole


class ExpectedPaper(Struct, frozen=True):
    """One kind of paper. `when` says for whom, in words; "" where it is always asked for, or nobody can say."""

    document_class: DocumentClass
    when: Words

    @property
    def instead(self) -> str:
        """What does as well, in words; "" where nothing does."""
        return ", ".join(str(kind.label) for kind in MATRIX[self.document_class].instead)


class ExpectedPapers(Struct, frozen=True):
    """`always` for everybody, `sometimes` depending on the answers. Each kind stands once."""

    always: tuple[ExpectedPaper, ...] = ()
    sometimes: tuple[ExpectedPaper, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.always or self.sometimes)


def expected_papers(form: ApplicationType) -> ExpectedPapers:
    """The papers that the questions of a form name, those that everybody needs first.

    Of a form about the whole household these are what is asked for before anything is answered. What the office has
    itself is not named.
    """
    if not form.asks_for_papers:
        return ExpectedPapers()
    found: dict[DocumentClass, tuple[bool, Words]] = dict.fromkeys(_of_everybody(form), (True, ""))
    for kind, is_certain, when in _named(form):
        if MATRIX[kind].office_has:
            continue
        if kind not in found or (is_certain and not found[kind][0]):
            found[kind] = (is_certain, when)
    papers = [(is_certain, ExpectedPaper(kind, when)) for kind, (is_certain, when) in found.items()]
    return ExpectedPapers(
        always=tuple(paper for is_certain, paper in papers if is_certain),
        sometimes=tuple(paper for is_certain, paper in papers if not is_certain),
    )


def _of_everybody(form: ApplicationType) -> list[DocumentClass]:
    if not form.is_whole:
        return []
    claim = Claim(form=form.key, applicant=Person(id=APPLICANT, role=PersonRole.APPLICANT))
    return [item.document_class for item in evidence_needed(claim) if item.required]


def _named(form: ApplicationType) -> Iterator[tuple[DocumentClass, bool, Words]]:
    """Every paper of every question: its kind, whether everybody needs it, when in words."""
    for section in form.sections:
        for step, is_certain, when in _steps(section.parts):
            for question in step.questions:
                certain = is_certain and question.required and question.needed_if is None
                for kind in question.proof:
                    yield kind, certain, when or question.needed_when
                for kind in question.proof_if_there:
                    yield kind, False, when or question.needed_when


def _steps(parts: Iterable[Step | Collection | ForEach]) -> Iterator[tuple[Step, bool, Words]]:
    """Every page with whether everybody gets it, else when."""
    for part in parts:
        if isinstance(part, Step):
            yield part, part.applies_when is None and part.applies_to is None, part.when
        elif isinstance(part, Collection):
            yield from ((step, False, step.when or part.when) for step in part.steps)
        else:
            yield from ((step, False, when or part.when) for step, _certain, when in _steps(part.parts))

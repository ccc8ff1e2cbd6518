"""More answers or papers for something that was sent already (§ 60(1) SGB I)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, only_you
from applications.catalogue.kinds import LongText, Text
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Section, Step
from applications.claim.answers import Answers
from applications.enums import FormKind, Topic

WHAT = Section(
    "supplement",
    _("Was Sie nachreichen"),
    (
        Step(
            "ergaenzung",
            _("Was möchten Sie nachreichen?"),
            (
                LongText(
                    "text",
                    _("Was Sie uns noch sagen möchten"),
                    help=_("Schicken Sie nur Unterlagen? Dann lassen Sie das Feld leer."),
                    example=_("Zum Beispiel: Meine neue Telefonnummer ist … oder: Hier ist der Mietvertrag."),
                    required=False,
                ),
                Text(
                    "reference",
                    _("Vorgangsnummer"),
                    help=_("Wenn Sie wissen, wozu es gehört. Sonst einfach weiter."),
                    where=_("Sie steht auf der Eingangsbestätigung ganz oben."),
                    required=False,
                ),
            ),
        ),
    ),
)


def _statements(answers: Answers) -> Iterator[Words]:
    """To what it belongs."""
    reference = answers.supplement.reference
    if reference:
        yield _text("Das gehört zum Vorgang %(reference)s.") % {"reference": reference}
    yield _text("Was Sie früher geschickt haben, bleibt erhalten, auch das Eingangsdatum.")


FORM = ApplicationType(
    key="supplement",
    title=_("Angaben oder Unterlagen nachreichen"),
    version="2026.1",
    sections=(WHAT, EVIDENCE, ABOUT_YOU),
    people=only_you,
    kind=FormKind.NOTICE,
    place=60,
    topic=Topic.TELL,
    summary=_("Etwas schicken, das bei einem Antrag noch fehlt."),
    for_living=False,
    is_optional=False,
    statements=_statements,
    duration=_("etwa 3 Minuten"),
    prepare=_("Die Unterlagen als Foto oder PDF. Sie können sie mit dem Handy fotografieren."),
)

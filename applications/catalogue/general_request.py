"""A request in own words, so that nobody is stuck outside of a defined topic."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from applications.catalogue.about_you import ABOUT_YOU, WHO, YOUR_ADDRESS, only_you
from applications.catalogue.enclosures import ENCLOSURES
from applications.catalogue.kinds import LongText, Text, YesNo
from applications.catalogue.main_application.you import CONTACT
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Section, Step
from applications.claim.answers import Answers
from applications.enums import FormKind, Topic

LONGEST = 10_000  # characters
PHONE, EMAIL = CONTACT.questions

MATTER = Step(
    "anliegen",
    _("Worum geht es?"),
    (
        Text(
            "subject",
            _("In wenigen Worten"),
            example=_("Zum Beispiel Frage zu meinem Bescheid"),
            required=False,
        ),
        LongText(
            "text",
            _("Ihr Anliegen in eigenen Worten"),
            help=_("Ein paar Sätze reichen. Sie dürfen in jeder Sprache schreiben."),
            why=_(
                "Daran sehen wir, wer Ihnen antworten kann und ob Sie damit etwas beantragen. Ist etwas unklar, fragen wir bei Ihnen nach."
            ),
            basis="§ 16 Abs. 3 SGB I, § 19 SGB X",
            longest=LONGEST,
        ),
    ),
    intro=_(
        "Hier können Sie alles schreiben, wofür es kein eigenes Formular gibt. Möchten Sie damit Geld beantragen? Dann "
        "zählt der Tag, an dem Sie absenden."
    ),
)

REACH = Step(
    "kontakt",
    CONTACT.title,
    (
        YesNo("wants_call", _("Sollen wir Sie anrufen?"), required=False, carried=False),
        replace(
            PHONE,
            needed_if=lambda own: own.wants_call,
            needed_when=_("wenn wir anrufen sollen"),
        ),
        Text(
            "call_times",
            _("Wann erreichen wir Sie gut?"),
            example=_("Zum Beispiel dienstags ab 14 Uhr"),
            required=False,
            carried=False,
        ),
        EMAIL,
    ),
    intro=CONTACT.intro,
)


def _statements(_answers: Answers) -> Iterator[Words]:
    yield _("Ein Mensch liest Ihr Anliegen und antwortet Ihnen oder gibt es an die richtige Stelle weiter.")


FORM = ApplicationType(
    key="general_request",
    title=_("Etwas anderes schreiben"),
    version="2026.1",
    sections=(
        Section("request", _("Ihr Anliegen"), (MATTER,)),
        replace(ABOUT_YOU, parts=(WHO, REACH)),
        YOUR_ADDRESS,
        ENCLOSURES,
    ),
    people=only_you,
    kind=FormKind.REQUEST,
    place=900,
    topic=Topic.OTHER,
    summary=_("Fragen, Bitten, Beschwerden: in Ihren eigenen Worten."),
    is_optional=False,
    statements=_statements,
    duration=_("etwa 3 Minuten"),
    prepare=_("Nichts. Wenn Sie einen Brief von uns haben, legen Sie ihn bereit."),
)

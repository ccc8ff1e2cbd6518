"""Objection (Widerspruch, § 84 SGG). The portal says before and after sending what makes it valid: form and time.

What is sent here is written form only with an identity document used for this very declaration (§ 36a(2a) SGB I). A form
cannot know how its sender is signed in, so it never says that this alone is enough.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS, only_you
from applications.catalogue.decision import DECISION_ABOUT, DECISION_ON, FILE_REFERENCE, received_before_written
from applications.catalogue.enclosures import ENCLOSURES
from applications.catalogue.figures_in_words import with_law_figures
from applications.catalogue.kinds import Choice, Date, LongText
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Page, Section, Step
from applications.claim.answers import Answers
from applications.enums import FormKind, HandedIn, Topic
from portal.law.objection import objection_until
from portal.law.parameter import UnknownParameter
from portal.ui.formats import format_date

FORM_BASIS = "§ 84 Abs. 1 SGG, § 36a Abs. 2a SGB I"
ONE_MONTH = with_law_figures(
    _("Dafür haben Sie %(months)s Monat Zeit, gerechnet von dem Tag, an dem Sie den Bescheid bekommen haben."),
    _("Wie viel Zeit Sie dafür haben, steht am Ende des Bescheids. Meistens ist sie kurz."),
    months="procedure.objection.months",
)

HOW = Step(
    "so-gilt-er",
    _("So wird Ihr Widerspruch gültig"),
    tells=(
        _(
            "Für einen Widerspruch verlangt das Gesetz eine bestimmte Form (§ 84 SGG). Nur hier abschicken ist nicht "
            "sicher genug. Bitte machen Sie danach noch eines von diesen beiden Dingen:"
        ),
        _(
            "1. Unterschreiben: Nach dem Absenden bekommen Sie Ihre Angaben als PDF. Drucken Sie sie aus, "
            "unterschreiben Sie mit der Hand und schicken Sie sie mit der Post oder per Fax. Oder werfen Sie sie beim "
            "Jobcenter in den Briefkasten. Auch ein Blatt mit der Hand reicht: „Ich lege Widerspruch ein gegen den "
            "Bescheid vom …“, dazu Ihr Name und Ihre Unterschrift."
        ),
        _(
            "2. Hingehen: Kommen Sie ins Jobcenter und sagen Sie, dass Sie Widerspruch einlegen. Wir schreiben ihn "
            "für Sie auf. Das heißt „zur Niederschrift“."
        ),
        _(
            "Sie haben den Online-Ausweis? Der kann die Unterschrift ersetzen, wenn Sie ihn genau für diese Erklärung "
            "benutzen (§ 36a Abs. 2a SGB I). Ob Ihre Anmeldung mit BundID dafür reicht, können wir hier nicht sicher "
            "sagen. Nehmen Sie deshalb bitte trotzdem einen der beiden Wege."
        ),
        ONE_MONTH,
        _(
            "Warum dann überhaupt hier? Wir erfahren sofort davon, rufen Sie an und helfen Ihnen. Eine Begründung "
            "können Sie später schicken. Meistens gilt der Bescheid, bis wir entschieden haben (§ 39 SGB II)."
        ),
        _(
            "Die Zeit ist schon vorbei? Schicken Sie den Widerspruch trotzdem. Vielleicht zählt er noch, zum Beispiel "
            "wenn Sie krank waren oder im Bescheid nichts über den Widerspruch steht. Sonst gibt es die „Überprüfung "
            "eines alten Bescheids“."
        ),
    ),
    page=Page.NOTICE,
)

WHICH = Step(
    "bescheid",
    _("Gegen welchen Bescheid?"),
    (
        DECISION_ON,
        Date(
            "received_on",
            _("Wann haben Sie ihn bekommen?"),
            help=_("Der Tag, an dem er im Briefkasten oder im Postfach lag. Ungefähr reicht."),
            why=_("Davon hängt ab, bis wann Sie Zeit haben."),
            basis="§ 84 Abs. 1 SGG, § 37 SGB X",
        ),
        DECISION_ABOUT,
        FILE_REFERENCE,
    ),
    check=received_before_written,
)

WHY = Step(
    "begruendung",
    _("Womit sind Sie nicht einverstanden?"),
    (
        LongText(
            "disagree",
            _("Was soll anders sein?"),
            help=_("Zum Beispiel: Ich möchte, dass Sie die ganze Miete übernehmen."),
            required=False,
        ),
        LongText(
            "reason",
            _("Warum?"),
            help=_("Das können Sie auch später schicken. Schreiben Sie dann zum Beispiel: Begründung folgt."),
            required=False,
        ),
    ),
    intro=_("Beides ist freiwillig. Ohne diese Angaben prüfen wir den ganzen Bescheid."),
)

WAY = Step(
    "form",
    _("Haben Sie den Widerspruch auch auf einem anderen Weg eingelegt?"),
    (
        Choice(
            "handed_in",
            _("Auf einem anderen Weg eingelegt?"),
            why=_("Wenn nicht, rufen wir Sie an, damit Ihr Widerspruch gültig wird."),
            basis=FORM_BASIS,
            options=HandedIn,
        ),
    ),
)


def _last_day(answers: Answers) -> str:
    """The day until which it is surely in time, in words; "" when it cannot be known."""
    own = answers.objection
    try:
        day = objection_until(own.decision_on, own.received_on)
    except UnknownParameter:
        return ""
    return format_date(day) if day else ""


def _statements(answers: Answers) -> Iterator[Words]:
    if answers.objection.handed_in in {HandedIn.SIGNED, HandedIn.RECORDED}:
        yield _(
            "Ihr Widerspruch ist angekommen. Sie sagen, dass Sie ihn auch unterschrieben abgegeben haben oder dass er "
            "im Jobcenter aufgeschrieben wurde. Heben Sie dafür bitte einen Beleg auf."
        )
        return
    yield _(
        "Ihr Widerspruch ist angekommen. Sicher gültig ist er erst mit Ihrer Unterschrift: Drucken Sie die Kopie Ihrer "
        "Angaben aus, unterschreiben Sie sie und schicken Sie sie mit der Post oder per Fax. Oder lassen Sie den "
        "Widerspruch im Jobcenter aufschreiben."
    )
    day = _last_day(answers)
    if day:
        yield _text(
            "Nach Ihren Angaben muss das bis zum %(day)s bei uns oder einer anderen Behörde in Deutschland sein."
        ) % {"day": day}
    else:
        yield ONE_MONTH


FORM = ApplicationType(
    key="objection",
    title=_("Widerspruch gegen einen Bescheid"),
    version="2026.1",
    sections=(
        Section("objection", _("Ich lege Widerspruch ein"), (HOW, WHICH, WHY, WAY)),
        ABOUT_YOU,
        YOUR_ADDRESS,
        ENCLOSURES,
    ),
    people=only_you,
    kind=FormKind.REQUEST,
    place=410,
    topic=Topic.DISAGREE,
    summary=_("Sie sind mit einem Bescheid nicht einverstanden, und er ist noch keinen Monat alt."),
    is_optional=False,
    statements=_statements,
    duration=_("etwa 5 Minuten"),
    prepare=_(
        "Den Bescheid, um den es geht. Drucker oder Papier und Stift: Der Widerspruch braucht Ihre Unterschrift."
    ),
)

"""What a receipt says about something that came on another way than the portal."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mailbox.enums import ContactChannel
from portal.documents.models import Document
from portal.submissions.domain.moments import has_time
from portal.submissions.models import Entry, Section, SubmissionContent
from portal.ui.formats import format_date, format_weekday_date, format_when

_TITLES: Final = {
    ContactChannel.PORTAL: gettext_lazy("Schreiben"),
    ContactChannel.PAPER: gettext_lazy("Schreiben auf Papier"),
    ContactChannel.PHONE: gettext_lazy("Mitteilung am Telefon"),
    ContactChannel.IN_PERSON: gettext_lazy("Persönlich gesagt"),
    ContactChannel.EMAIL: gettext_lazy("E-Mail"),
    ContactChannel.FAX: gettext_lazy("Fax"),
}
_PAPERS: Final = {
    ContactChannel.PAPER: gettext_lazy("Unterlagen mit der Post"),
    ContactChannel.IN_PERSON: gettext_lazy("Unterlagen, persönlich abgegeben"),
    ContactChannel.EMAIL: gettext_lazy("Unterlagen per E-Mail"),
    ContactChannel.FAX: gettext_lazy("Unterlagen per Fax"),
}


def title_of(channel: ContactChannel, *, has_papers: bool) -> str:
    """Return what it is called on the receipt and in lists; it names a kind of matter only."""
    return str(_PAPERS.get(channel, _TITLES[channel]) if has_papers else _TITLES[channel])


def contact_content(
    *, channel: ContactChannel, happened_at: datetime, body: str, applicant: str, known: Iterable[Document]
) -> SubmissionContent:
    """Return what the receipt needs. ``known``: papers that were there before; they stand in it by name and day."""
    entries = [
        Entry(label=_("Auf welchem Weg"), value=str(channel.label)),
        Entry(label=_("Wann"), value=day_and_time(happened_at)),
    ]
    if body.strip():
        entries.append(Entry(label=_("Was wir aufgeschrieben haben"), value=body.strip()))
    entries.extend(
        Entry(
            label=_("War schon da"),
            value=_("%(name)s vom %(day)s") % {"name": each.original_name, "day": format_date(each.created_at)},
        )
        for each in known
    )
    return SubmissionContent(
        sections=(Section(title=_("Ihr Kontakt"), entries=tuple(entries)),),
        applicant=applicant,
        statements=(
            _("Es zählt der Tag, an dem es bei uns angekommen ist: %(day)s.") % {"day": format_date(happened_at)},
        ),
    )


def day_and_time(moment: datetime) -> str:
    """Return the day, with the time where one was noted."""
    if not has_time(moment):
        return format_weekday_date(moment)
    return format_when(moment)

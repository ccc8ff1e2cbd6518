"""Papers: what is missing, what is there already, what nobody asked for (EVD)."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.evidence import evidence_needed, is_covered, missing_evidence, unasked_evidence
from applications.claim.evidence_item import EvidenceItem
from applications.claim.matrix import MATRIX
from applications.claim.model import Claim, Evidence
from applications.enums import Severity
from applications.plausibility.base import MISSING_PAPER, Context, Hit, Text, rule
from applications.plausibility.wording import day, name_of


@rule(
    MISSING_PAPER,
    Severity.ERROR,
    "§ 60 Abs. 1 Nr. 3 SGB I",
    _("Nachweis fehlt noch"),
    before_sending=True,
    version=3,
    any_form=True,
)
def proof_missing(claim: Claim, context: Context) -> Iterator[Hit]:
    """A required proof was neither uploaded nor promised and does not lie in the file (§ 65(1) no. 3 SGB I).

    What a supplement does not bring is asked for once, by what it adds to.
    """
    if claim.supplement is not None:
        return
    for item in missing_evidence(_dated(claim, context)):
        data = _data(str(item.label), item.person_id, claim)
        if item.person_id:
            words = gettext_noop("%(document)s für %(person)s")
            told = gettext_noop("Es fehlt noch: %(document)s für %(person)s. Sie können das auch später bringen.")
        else:
            words = gettext_noop("%(document)s")
            told = gettext_noop("Es fehlt noch: %(document)s. Sie können das auch später bringen.")
        yield Hit(Text(words, data), Text(told, data), item.person_id, (_ref(item.key),))


@rule("EVD-05", Severity.FAVOUR, "§ 65 Abs. 1 Nr. 3 SGB I", _("Nachweis liegt schon vor"), any_form=True)
def not_needed_again(claim: Claim, context: Context) -> Iterator[Hit]:
    """Proofs lie in the file and still count: one hit for all. What the office gets itself nobody asks for anyway."""
    items = [item for item in evidence_needed(_dated(claim, context)) if item.on_file and not _is_uploaded(item, claim)]
    if items:
        papers = "; ".join(_filed(item, claim) for item in items)
        words = gettext_noop("Liegt schon vor und gilt noch: %(papers)s. Bitte nicht noch einmal anfordern.")
        yield Hit(Text(words, {"papers": papers}), refs=tuple(_ref(item.key) for item in items))


@rule(
    "EVD-07",
    Severity.WARNING,
    "§ 67a SGB X, Art. 9 DSGVO",
    _("Geschützte Unterlage, nach der niemand gefragt hat"),
    any_form=True,
)
def restricted_unasked(claim: Claim, context: Context) -> Iterator[Hit]:
    """A paper of a restricted kind was uploaded, and no answer asks for it."""
    for entry in unasked_evidence(_dated(claim, context)):
        if MATRIX[entry.document_class].restricted:
            data = _data(str(entry.document_class.label), entry.person_id, claim)
            words = gettext_noop("%(document)s: Danach hat niemand gefragt. Bitte siegeln oder löschen.")
            told = gettext_noop("Das brauchen wir nicht von Ihnen: %(document)s. Dürfen wir es löschen?")
            yield Hit(Text(words, data), Text(told, data), entry.person_id, (_ref(_key(entry)),))


@rule("EVD-08", Severity.WARNING, "§ 60 SGB I", _("Unterlage zu einer anderen Person"))
def of_somebody_else(claim: Claim, context: Context) -> Iterator[Hit]:  # noqa: ARG001 -- a rule's shape
    """A paper was uploaded for somebody who does not stand in the application (any more)."""
    for entry in claim.evidence:
        if entry.documents and entry.person_id and claim.person(entry.person_id) is None:
            data = {"document": str(entry.document_class.label)}
            yield Hit(
                Text(gettext_noop("%(document)s gehört zu einer Person, die nicht im Antrag steht."), data),
                Text(gettext_noop("Zu wem gehört diese Unterlage: %(document)s? Ist es die richtige Datei?"), data),
                refs=(_ref(_key(entry)),),
            )


@rule("EVD-10", Severity.INFO, "§ 20 SGB X", _("Dieselbe Datei mehrmals"), any_form=True)
def sent_twice(claim: Claim, context: Context) -> Iterator[Hit]:  # noqa: ARG001 -- a rule's shape
    """The same content came as several files: one of them is enough to read."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    lines: dict[str, list[str]] = defaultdict(list)
    for entry in claim.evidence:
        for file in entry.documents:
            if file.sha256:
                names[file.sha256][file.id] = file.name
                lines[file.sha256].append(_ref(_key(entry)))
    for content, files in names.items():
        if len(files) > 1:
            words = gettext_noop("Diese Dateien haben denselben Inhalt: %(files)s.")
            refs = tuple(dict.fromkeys(lines[content]))
            yield Hit(Text(words, {"files": ", ".join(files.values())}), refs=refs)


@rule("EVD-11", Severity.WARNING, "§ 60 SGB I", _("Unterlage ist zu alt"), any_form=True)
def too_old(claim: Claim, context: Context) -> Iterator[Hit]:
    """The paper in the file is older than its kind may be, or has ended as told, and no newer one was sent or promised.

    The day that is known is that of receipt: nobody is asked to type the date of a paper. What a supplement does not
    bring is asked for once, by what it adds to.
    """
    if claim.supplement is not None:
        return
    for item in evidence_needed(_dated(claim, context)):
        if item.earlier is None or item.paper.keeps is None or is_covered(item, claim.evidence):
            continue
        data = {**_data(str(item.label), item.person_id, claim), "day": day(item.earlier)}
        words = gettext_noop("%(document)s: Was in der Akte liegt, ist vom %(day)s. Gilt es noch?")
        told = gettext_noop("%(document)s: Was wir haben, ist vom %(day)s. Bitte schicken Sie den neuesten Stand.")
        yield Hit(Text(words, data), Text(told, data), item.person_id, (_ref(item.key),))


def _dated(claim: Claim, context: Context) -> Claim:
    return claim.model_copy(update={"application_date": context.application_date(claim)})


def _data(document: str, person_id: str | None, claim: Claim) -> dict[str, str]:
    return {"document": document, "person": name_of(claim.person(person_id)) if person_id else ""}


def _is_uploaded(item: EvidenceItem, claim: Claim) -> bool:
    """Whether a newer one came along all the same."""
    return any(_key(entry) == item.key and entry.documents for entry in claim.evidence)


def _filed(item: EvidenceItem, claim: Claim) -> str:
    """The paper, whom it is about, and the day it came in."""
    name = name_of(claim.person(item.person_id)) if item.person_id else ""
    since = f"({day(item.on_file)})" if item.on_file else ""
    return " ".join(part for part in (str(item.label), f"– {name}" if name else "", since) if part)


def _key(entry: Evidence) -> str:
    """The key of the line that an upload belongs to, as `EvidenceItem.key`."""
    return ":".join(part for part in (entry.document_class.value, entry.person_id, entry.item_id) if part)


def _ref(key: str) -> str:
    return f"evidence[{key}]"

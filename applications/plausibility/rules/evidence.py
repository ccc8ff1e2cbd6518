"""Proofs that are still open (EVD)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.evidence import is_covered, missing_evidence
from applications.claim.model import Claim
from applications.enums import Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import name_of


@rule(
    "EVD-01",
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
    dated = claim.model_copy(update={"application_date": context.application_date(claim)})
    for item in missing_evidence(dated):
        if is_covered(item, context.known_documents):
            continue
        data = {
            "document": str(item.label),
            "person": name_of(claim.person(item.person_id)) if item.person_id else "",
        }
        if item.person_id:
            words = gettext_noop("%(document)s für %(person)s")
            told = gettext_noop("Es fehlt noch: %(document)s für %(person)s. Sie können das auch später bringen.")
        else:
            words = gettext_noop("%(document)s")
            told = gettext_noop("Es fehlt noch: %(document)s. Sie können das auch später bringen.")
        yield Hit(Text(words, data), Text(told, data), item.person_id, (f"evidence[{item.key}]",))

"""Who speaks for whom in a household (REP)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import age_of, is_minor, presumed_unit
from applications.claim.model import Claim
from applications.enums import PersonRole, Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import name_of


@rule("REP-01", Severity.INFO, "§ 38 SGB II", _("Vertretung wird vermutet"))
def other_adults(claim: Claim, context: Context) -> Iterator[Hit]:
    """Another adult of the presumed Bedarfsgemeinschaft who has said nothing: the applicant is presumed to speak.

    A child without a birth date counts as a minor.
    """
    on = context.application_date(claim)
    for person in presumed_unit(claim, on):
        is_child = person.role == PersonRole.CHILD and (age_of(person, on) is None or is_minor(person, on))
        if person.role == PersonRole.APPLICANT or is_child or is_minor(person, on):
            continue
        data = {"name": name_of(person)}
        yield Hit(
            Text(
                gettext_noop(
                    "%(name)s ist volljährig und hat keine eigene Erklärung abgegeben. Die Vertretung wird vermutet, "
                    "solange %(name)s nicht widerspricht. Bitte auch %(name)s informieren."
                ),
                data,
            ),
            Text(
                gettext_noop(
                    "Sie stellen den Antrag auch für %(name)s. Wir schreiben %(name)s das auch selbst. Wer nicht "
                    "möchte, dass Sie das tun, kann es uns sagen."
                ),
                data,
            ),
            person.id,
            (f"persons[{person.id}]",),
        )

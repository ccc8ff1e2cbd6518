"""Who speaks for whom: in a household, and by right (REP).

REP-04 (a decision addressed past the representative) is no question about what was handed in: to whom letters go is
decided in `portal.cases.domain.addressee`.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.household import age_of, is_minor, presumed_unit
from applications.claim.model import Claim
from applications.enums import PersonRole, Severity
from applications.plausibility.base import Context, Hit, Speaker, Text, rule
from applications.plausibility.wording import name_of
from portal.law.dates import month_end


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


@rule("REP-02", Severity.BLOCKER, "§ 38 SGB II", _("Vertretung abgelehnt"))
def own_post_wanted(claim: Claim, context: Context) -> Iterator[Hit]:
    """A person of the claim wants own post. The applicant is never told: it may be about violence."""
    for person in claim.persons:
        if person.id in context.own_post:
            yield Hit(
                Text(
                    gettext_noop(
                        "%(name)s möchte eigene Post und nicht vertreten werden. Post und Geld getrennt schicken. "
                        "Nicht mit der antragstellenden Person darüber sprechen: Es kann um Gewalt gehen. Den sicheren "
                        "Weg zu %(name)s finden Sie bei „Zugang zum Portal“."
                    ),
                    {"name": name_of(person)},
                ),
                None,
                person.id,
                (f"persons[{person.id}]",),
            )


@rule("REP-03", Severity.WARNING, "§ 13 Abs. 1 SGB X", _("Vollmacht fehlt"), any_form=True)
def sent_without_proof(claim: Claim, context: Context) -> Iterator[Hit]:
    """An authorised representative has sent it, and nobody has seen a proof. The day counts all the same."""
    sender = _sender(context)
    if sender is None or sender.is_guardian or sender.is_checked:
        return
    yield Hit(
        Text(
            gettext_noop(
                "Eine bevollmächtigte Person hat das geschickt, ohne dass ein Nachweis geprüft ist. Das Eingangsdatum "
                "zählt. Bitte die schriftliche Vollmacht anfordern und bis dahin beiden schreiben."
            )
        ),
        Text(gettext_noop("Bitte schicken Sie uns die schriftliche Vollmacht. Das Eingangsdatum bleibt.")),
        claim.applicant.id,
        ("applicant",),
    )


@rule("REP-05", Severity.WARNING, "§§ 1815, 1825 BGB", _("Darf die Betreuung das?"), any_form=True)
def guardian_in_doubt(claim: Claim, context: Context) -> Iterator[Hit]:
    """Sent by a guardian whose order was not seen or does not cover it; or by the person against a reservation."""
    sender = _sender(context)
    ask = Text(gettext_noop("Bitte schicken Sie uns den Betreuerausweis oder den Beschluss des Gerichts."))
    if sender is not None and sender.is_guardian:
        if not sender.is_checked:
            words = gettext_noop("Eine Betreuung hat das geschickt. Beschluss oder Betreuerausweis ist nicht geprüft.")
            yield Hit(Text(words), ask, claim.applicant.id, ("applicant",))
        if not sender.covers:
            words = gettext_noop(
                "Die Betreuung, die das geschickt hat, ist weder für Vermögen noch für Behörden bestellt. Bitte "
                "klären, wer für die Person handeln darf."
            )
            yield Hit(Text(words), ask, claim.applicant.id, ("applicant",))
    elif any(speaker.has_reservation and speaker.is_checked and not speaker.is_over for speaker in context.speakers):
        words = gettext_noop(
            "Es gibt einen Einwilligungsvorbehalt, und die Betreuung hat das nicht selbst geschickt. Es ist "
            "eingegangen und das Datum zählt. Bitte die Betreuung fragen, ob sie zustimmt."
        )
        yield Hit(Text(words), None, claim.applicant.id, ("applicant",))


@rule(
    "REP-06",
    Severity.WARNING,
    "§ 13 Abs. 1 Satz 4 SGB X, § 1871 BGB",
    _("Vertretung endet vor dem Bewilligungszeitraum"),
    any_form=True,
)
def representation_ends_early(claim: Claim, context: Context) -> Iterator[Hit]:
    """A checked representation has ended, or ends within the presumed grant period."""
    last = month_end(context.grant_months(claim)[-1])
    for speaker in context.speakers:
        if not speaker.is_checked or speaker.last_day is None or speaker.last_day >= last:
            continue
        day = {"day": f"{speaker.last_day:%d.%m.%Y}"}
        words = (
            gettext_noop("Die Vertretung hat am %(day)s geendet. Schreiben gehen seitdem wieder an die Person.")
            if speaker.is_over
            else gettext_noop(
                "Die Vertretung endet am %(day)s, vor dem Ende des Bewilligungszeitraums. Bitte rechtzeitig nachfragen."
            )
        )
        yield Hit(Text(words, day), None, claim.applicant.id, ("applicant",))


def _sender(context: Context) -> Speaker | None:
    return next((speaker for speaker in context.speakers if speaker.id == context.sender), None)

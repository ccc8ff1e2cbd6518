"""What a check is made of: `Rule`, `Hit`, `Finding`, `Text`, `Context`. The rules themselves lie in `rules/`.

A rule is one pure function `(claim, context) -> iterator of Hit`, made a `Rule` by the decorator `rule`. It never
raises for missing or strange answers, reads no database and no clock: what else it needs stands in the context. The
legal figures that it fetches, itself or through functions of the law, are noted and stored with what it finds.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext
from msgspec import Struct, field

from applications.claim.changes import Told
from applications.claim.effect import starts_after
from applications.claim.model import Claim
from applications.enums import Severity
from portal.law import parameter as law
from portal.law.dates import effective_from, grant_months, month_start

BERLIN = ZoneInfo("Europe/Berlin")
MISSING_PAPER = "EVD-01"  # pages list missing papers themselves, not as questions
ASKS_FOR_PAPER = frozenset({MISSING_PAPER, "EVD-11"})  # rules whose findings name a line of the evidence list


class Text(Struct, frozen=True):
    """A sentence as a function of data: a German msgid with named placeholders and the words that fill them.

    Kept apart until it is shown, so that a stored finding can be read in another language later.
    """

    msgid: str
    data: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """The sentence in the active language."""
        return gettext(self.msgid) % self.data if self.data else gettext(self.msgid)


class UsedParameter(Struct, frozen=True):
    """A version of a legal parameter that a finding rests on."""

    key: str
    valid_from: date


class Hit(Struct, frozen=True):
    """What a rule yields. `claimant` None: the claimant sees nothing. `refs` are paths in the claim, never values."""

    caseworker: Text
    claimant: Text | None = None
    person_id: str | None = None
    refs: tuple[str, ...] = ()
    severity: Severity | None = None


class Finding(Struct, frozen=True):
    """One result of a check, complete and storable. Holds social data in its texts: encrypt it, never log it."""

    rule_id: str
    rule_version: int
    severity: Severity
    title: str | Promise
    legal_basis: str
    caseworker: Text
    claimant: Text | None = None
    person_id: str | None = None
    refs: tuple[str, ...] = ()
    parameters: tuple[UsedParameter, ...] = ()


class LocalParameters(Struct, frozen=True):
    """Settings of one jobcenter that checks compare with; empty where the office has not entered them."""

    # Adequate gross cold rent by number of persons, EUR/month (§ 22(1), (10) SGB II).
    housing_limits: Mapping[int, Decimal] = field(default_factory=dict)
    housing_limit_each_further: Decimal | None = None
    jobcenter_name: str = ""

    def housing_limit(self, persons: int) -> Decimal | None:
        """Adequate gross cold rent for a number of persons, or None when the table says nothing about it."""
        if persons in self.housing_limits:
            return self.housing_limits[persons]
        largest = max(self.housing_limits, default=0)
        if persons < largest or not largest or self.housing_limit_each_further is None:
            return None
        return self.housing_limits[largest] + self.housing_limit_each_further * (persons - largest)


class Speaker(Struct, frozen=True):
    """Somebody who represents the applicant by right. ``last_day`` None: no end is known; ``is_over``: ended by then.

    ``covers``: the tasks include money or dealing with authorities, which applying for benefits needs.
    """

    id: str
    is_guardian: bool
    is_checked: bool
    covers: bool = True
    has_reservation: bool = False
    last_day: date | None = None
    is_over: bool = False


class GrantSpan(NamedTuple):
    """First and last day for which benefits are granted (§ 41(3) SGB II)."""

    starts_on: date
    ends_on: date


class Context(Struct, frozen=True):
    """Everything a rule may know beside the claim. All dates are local dates in Europe/Berlin."""

    today: date
    received_at: datetime | None = None
    local: LocalParameters = field(default_factory=LocalParameters)
    responsible_offices: tuple[str, ...] = ()  # names of the jobcenters the postcode belongs to; empty: not known
    in_housing_waiting_period: bool | None = None  # § 22(1) S.2; None: benefit months are not known
    before_sending: bool = False
    earlier: Told = field(default_factory=Told)  # where money and post went until now, by earlier submissions
    speakers: tuple[Speaker, ...] = ()  # who represents the applicant by right, ended ones of the last year included
    sender: str = ""  # which of the speakers sent it, by id; "" when none of them did
    own_post: frozenset[str] = frozenset()  # persons of the claim who do not want the applicant to speak for them
    grant_period: GrantSpan | None = None  # the period that ran when it was sent; None: nobody has entered one
    is_confirmed: bool = False  # who sent it had just proved who they are, once more

    def application_date(self, claim: Claim) -> date:
        """The date that counts (§ 37): as stored, else the day of receipt in Berlin, else today."""
        if claim.application_date is not None:
            return claim.application_date
        return self.today if self.received_at is None else self.received_at.astimezone(BERLIN).date()

    def effective_from(self, claim: Claim) -> date:
        """First day the application can count from (§ 37(2) S.2)."""
        return effective_from(self.application_date(claim))

    def grant_start(self, claim: Claim) -> date:
        """First day of the presumed grant period: the effective date, a later wished month, or after the period that
        a renewal follows.
        """
        wished = month_start(claim.wished_start) if claim.wished_start else None
        start = max(self.effective_from(claim), wished or date.min)
        if claim.renewal is None:
            return start
        return starts_after(self.grant_period.ends_on if self.grant_period else claim.renewal.granted_until, start)

    def grant_months(self, claim: Claim) -> tuple[date, ...]:
        """First days of the months of the presumed grant period."""
        return grant_months(self.grant_start(claim))

    def date_for(self, key: str, claim: Claim) -> date:
        """The date that picks the version of a figure, by the selector that its file declares.

        Raises KeyError where no claim knows that date (a breach, a dispatch): such a rule says which one it means.
        """
        dates = {
            law.Selector.CALCULATION_MONTH: self.grant_start,
            law.Selector.GRANT_PERIOD_START: self.grant_start,
            law.Selector.EVENT_DATE: self.application_date,
        }
        return dates[law.selector_of(key)](claim)

    def figure(self, key: str, claim: Claim, *, on: date | None = None) -> Decimal:
        """A figure as it counts for a claim; `on`: the rule means another date than the figure's selector.

        Raises UnknownParameter, which the runner turns into a finding.
        """
        return law.figure(key, self.date_for(key, claim) if on is None else on)


RuleFunction = Callable[[Claim, Context], Iterator[Hit]]


class Rule(Struct, frozen=True):
    """A check with everything staff must know about it. `before_sending`: the wizard may ask its question.

    `any_form`: it looks at what any form may hold, not only one that asks about the whole household.
    """

    id: str
    severity: Severity
    legal_basis: str
    title: str | Promise
    function: RuleFunction
    version: int = 1
    before_sending: bool = False
    any_form: bool = False

    def findings(self, claim: Claim, context: Context) -> Iterator[Finding]:
        """Run the function and complete its hits. Raises whatever the function raises: the runner catches it."""
        for hit, used in _with_figures(self.function(claim, context)):
            yield Finding(
                rule_id=self.id,
                rule_version=self.version,
                severity=hit.severity or self.severity,
                title=self.title,
                legal_basis=self.legal_basis,
                caseworker=hit.caseworker,
                claimant=hit.claimant,
                person_id=hit.person_id,
                refs=hit.refs,
                parameters=used,
            )


def _with_figures(hits: Iterator[Hit]) -> Iterator[tuple[Hit, tuple[UsedParameter, ...]]]:
    """Every hit with all figures that its rule has fetched until then, each version once."""
    fetched: list[law.Parameter] = []
    while True:
        with law.noting(fetched):
            hit = next(hits, None)
        if hit is None:
            return
        yield hit, tuple(dict.fromkeys(UsedParameter(each.key, each.valid_from) for each in fetched))


def rule(
    rule_id: str,
    severity: Severity,
    legal_basis: str,
    title: str | Promise,
    *,
    version: int = 1,
    before_sending: bool = False,
    any_form: bool = False,
) -> Callable[[RuleFunction], Rule]:
    """Decorator that makes a rule function a `Rule`; registering is for the registry, so a test can build its own."""

    def make(function: RuleFunction) -> Rule:
        return Rule(rule_id, severity, legal_basis, title, function, version, before_sending, any_form)

    return make

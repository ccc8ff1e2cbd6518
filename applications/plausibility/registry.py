"""The set of rules and the one function that runs them: `run(claim, context)`."""

import logging
from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.model import Claim
from applications.enums import Severity
from applications.plausibility.base import Context, Finding, Rule, Text
from portal.law.parameter import UnknownParameter

logger = logging.getLogger(__name__)

CRASHED = "SYS-01"
PARAMETER_UNKNOWN = "SYS-02"


class DuplicateRule(ValueError):
    """Two rules have the same id."""


class Registry:
    """An ordered set of rules. Refuses an id that is already there."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._rules: dict[str, Rule] = {}
        for rule in rules:
            self.add(rule)

    @classmethod
    def from_modules(cls, modules: Iterable[ModuleType]) -> "Registry":
        """All rules that stand in these modules, in the order in which they are written."""
        return cls(value for module in modules for value in vars(module).values() if isinstance(value, Rule))

    def add(self, rule: Rule) -> None:
        """Take a rule in. Raises DuplicateRule."""
        if rule.id in self._rules:
            raise DuplicateRule(rule.id)
        self._rules[rule.id] = rule

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)

    def __getitem__(self, rule_id: str) -> Rule:
        return self._rules[rule_id]


@cache
def default_registry() -> Registry:
    """The project's rules, loaded on first use."""
    from applications.plausibility.rules import MODULES  # noqa: PLC0415 -- rules import this package's base

    return Registry.from_modules(MODULES)


def run(claim: Claim, context: Context, registry: Registry | None = None) -> tuple[Finding, ...]:
    """All findings in the order of the rules. Never raises: a rule that fails becomes a finding itself.

    With `context.before_sending` only rules run whose question the wizard may ask. Most rules are about a household as
    a whole: in a form that asks about less, what they miss is no gap, and only those for any form run.
    """
    rules = default_registry() if registry is None else registry
    return tuple(
        finding
        for rule in rules
        if (claim.is_whole or rule.any_form) and (rule.before_sending or not context.before_sending)
        for finding in _run_one(rule, claim, context)
    )


def _run_one(rule: Rule, claim: Claim, context: Context) -> tuple[Finding, ...]:
    """Findings of one rule, or one finding that says the rule could not be run; never social data, only the rule id."""
    found: list[Finding] = []
    try:
        found.extend(rule.findings(claim, context))
    except UnknownParameter as missing:
        found.append(_parameter_unknown(rule, missing))
    except Exception as error:  # noqa: BLE001 -- whatever a rule does wrong must not cost the application
        logger.error("plausibility rule %s failed with %s", rule.id, type(error).__name__)  # noqa: TRY400 -- no traceback: it may quote answers
        found.append(_crashed(rule))
    return tuple(found)


def _crashed(rule: Rule) -> Finding:
    """The finding for a rule that raised."""
    return Finding(
        rule_id=CRASHED,
        rule_version=rule.version,
        severity=Severity.WARNING,
        title=_("Eine Prüfung konnte nicht laufen"),
        legal_basis="§ 20 SGB X",
        caseworker=Text(
            gettext_noop("Die Prüfung %(rule)s ist abgebrochen. Bitte prüfen Sie diesen Punkt selbst."),
            {"rule": rule.id},
        ),
    )


def _parameter_unknown(rule: Rule, missing: UnknownParameter) -> Finding:
    """The finding for a rule that needs a figure nobody knows yet."""
    return Finding(
        rule_id=PARAMETER_UNKNOWN,
        rule_version=rule.version,
        severity=Severity.INFO,
        title=_("Ein gesetzlicher Wert ist nicht bekannt"),
        legal_basis=rule.legal_basis,
        caseworker=Text(
            gettext_noop("Die Prüfung %(rule)s braucht den Wert „%(key)s“ für den %(date)s. Er ist nicht hinterlegt."),
            {"rule": rule.id, "key": missing.key, "date": f"{missing.on:%d.%m.%Y}"},
        ),
    )

"""The rules by topic; the order here is the order of the findings."""

from applications.plausibility.rules import (
    application,
    assets,
    bank,
    dates,
    evidence,
    extra,
    household,
    housing,
    identity,
    income,
    jurisdiction,
    moving,
    needs,
    priority,
    representation,
)

MODULES = (
    application,
    jurisdiction,
    moving,
    identity,
    household,
    dates,
    income,
    assets,
    housing,
    needs,
    extra,
    priority,
    representation,
    bank,
    evidence,
)

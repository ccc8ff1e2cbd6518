"""The rules by topic; the order here is the order of the findings."""

from applications.plausibility.rules import (
    application,
    assets,
    bank,
    dates,
    evidence,
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
    priority,
    representation,
    bank,
    evidence,
)

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
    needs,
    representation,
)

MODULES = (
    application,
    jurisdiction,
    identity,
    household,
    dates,
    income,
    assets,
    housing,
    needs,
    representation,
    bank,
    evidence,
)

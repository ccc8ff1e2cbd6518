"""The office's set-up in Django's own pages, and the desk's way in and out."""

from collections.abc import Callable
from typing import Any

from tests.access.table.rows import LOGIN, Row, answers, citizens, of_staff
from tests.access.world import World

# A message is about ids only, and an organisation works for clients anywhere: they belong to no jobcenter.
SHARED = frozenset({"outbox_outboxmessage", "accounts_organisation"})


def of_administrator(code: int = 200) -> Row:
    """Administrators of any jobcenter; what they see there is their own (`of_administered`)."""
    return Row(answers=answers(403, anonymous=LOGIN, administrator=code, foreign_administrator=code))


def of_administered(arguments: Callable[[World], list[Any]], code: int | str = 200, *, shared: bool = False) -> Row:
    """One object of a jobcenter: its own administrators; those of another one are led away from it, unless shared."""
    elsewhere = "redirect" if code == 200 and not shared else code
    return Row(
        answers=answers(403, anonymous=LOGIN, administrator=code, foreign_administrator=elsewhere), arguments=arguments
    )


def of_history(model: str) -> Row:
    """The same for what Django keeps of changes. It looks for the object first: who does not see it is led away."""
    found = answers("redirect", anonymous=LOGIN, administrator=200, **citizens(403))
    seen_by = {"audit_auditevent": ("caseworker", "team_lead"), "submissions_submission": ("caseworker", "team_lead")}
    staff = dict.fromkeys(seen_by.get(model, ()), 403)
    if model == "accounts_organisation":  # only administrators find one at all
        staff = {"foreign_administrator": 200}
    elif model in SHARED:
        staff = answers(403, anonymous=LOGIN, administrator=200, foreign_administrator=200)
    return Row(answers=found | staff, arguments=one_of(model))


def one_of(model: str) -> Callable[[World], list[Any]]:
    """An object of the responsible jobcenter of this class."""
    return lambda world: [world.administered[model]]


TABLE: dict[str, Row | list[Row]] = {
    "desk:applications_localsettings_copy": Row(
        answers=answers(403, anonymous=LOGIN, administrator="redirect", foreign_administrator=404),
        arguments=lambda world: [world.administered["applications_localsettings"]],
        method="post",
    ),
    "desk:setup": of_administrator(),
    "desk:login": Row(answers=answers(LOGIN, **citizens(403))),
    "desk:logout": of_staff(code="redirect", foreign="redirect"),
    "desk:password_change": of_staff(code="redirect", foreign="redirect"),
    "desk:password_change_done": of_staff(foreign=200),
    "desk:autocomplete": Row(answers=answers(403, anonymous=LOGIN)),
    "desk:jsi18n": of_staff(foreign=200),
}

# Django's own pages for the office's set-up: administrators only. Add and change where a line says so.
ADMIN_PAGES = {
    "accounts_jobcenter": 403,
    "accounts_office": 200,
    "accounts_team": 200,
    "accounts_staffmembership": 200,
    "accounts_postcodearea": 200,
    "accounts_absence": 200,
    "accounts_localholiday": 200,
    "mailbox_topicroute": 200,
    "accounts_organisation": 200,
    "applications_localsettings": 200,
    "audit_auditevent": 403,
    "notices_dispatch": 403,
    "outbox_outboxmessage": 403,
    "submissions_submission": 403,
}
for _model, _add in ADMIN_PAGES.items():
    TABLE[f"desk:{_model}_changelist"] = of_administrator()
    TABLE[f"desk:{_model}_add"] = of_administrator(_add)

# One object's pages of the same classes. Deleting: nothing that others hang on.
for _model, _delete in {
    "accounts_jobcenter": 403,
    "accounts_office": 200,
    "accounts_team": 200,
    "accounts_staffmembership": 403,
    "accounts_postcodearea": 200,
    "accounts_absence": 200,
    "accounts_localholiday": 200,
    "mailbox_topicroute": 200,
    "accounts_organisation": 403,
    "applications_localsettings": 200,
    "audit_auditevent": 403,
    "notices_dispatch": 403,
    "outbox_outboxmessage": 403,
    "submissions_submission": 403,
}.items():
    TABLE[f"desk:{_model}_change"] = of_administered(one_of(_model), shared=_model in SHARED)
    TABLE[f"desk:{_model}_history"] = of_history(_model)
    TABLE[f"desk:{_model}_delete"] = of_administered(one_of(_model), _delete)

"""Address × role → answer, for every address of the portal. An address that is missing here fails a test.

``LOGIN`` is the way to the sign-in page; ``LEAK`` is a page that names something of the claimant's to who must not know.
Roles: anonymous; guest (without an account, with a code of the claimant's case) and guest_elsewhere (with the code of
another one); claimant (whose objects these are); helper (with all scopes on the claimant's case) and
helper_without_scope (with none that an address here asks for); stranger (another claimant);
caseworker, team_lead, administrator of the responsible jobcenter; foreign_caseworker of another one. Whoever is
answered like one of them stands in ``LIKE``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.access.world import World

CITIZENS = ("claimant", "helper", "helper_without_scope", "stranger")
STAFF = ("caseworker", "team_lead", "administrator", "foreign_caseworker")
GUESTS = ("guest", "guest_elsewhere")
COLUMNS = ("anonymous", *GUESTS, *CITIZENS, *STAFF)
LIKE = {
    "blocked": "anonymous",  # also owns the case, but the account is locked
    "adviser": "helper",  # of an organisation that holds the standing
    "representative": "helper",
    "guardian": "helper",
    "helper_outside": "stranger",  # the helper, at the address without the space
    "member": "stranger",  # another adult of the household, told of in the form: sees the own part only
    "minor": "stranger",  # 16 years old, of the household: sees the own part only
    "revoked_helper": "helper_without_scope",
    "expired_helper": "helper_without_scope",
    "former_adviser": "helper_without_scope",  # works for the organisation no more
    "foreign_team_lead": "foreign_caseworker",
    "foreign_administrator": "foreign_caseworker",
}
ROLES = (*COLUMNS, *LIKE)
# They ask below /fuer/<case>/; of these the second have nothing to do there, whatever the page.
IN_SPACE = frozenset(
    {"helper", "helper_without_scope", "adviser", "representative", "guardian"}
    | {"revoked_helper", "expired_helper", "former_adviser"}
)
SHUT_OUT = frozenset({"revoked_helper", "expired_helper", "former_adviser"})
# Nothing of the claimant's may stand on any page they get, lists and searches included.
LEARN_NOTHING = frozenset(
    {
        "anonymous",
        "guest_elsewhere",
        "blocked",
        "stranger",
        "helper_outside",
        "minor",
        "foreign_caseworker",
        "foreign_team_lead",
    }
    | {"foreign_administrator", "helper_without_scope"}
    | SHUT_OUT
)
# A message is about ids only, and an organisation works for clients anywhere: they belong to no jobcenter.
SHARED = frozenset({"outbox_outboxmessage", "accounts_organisation"})
LOGIN = "login"
LEAK = "leak"
Answers = dict[str, int | str]


@dataclass(frozen=True, kw_only=True)
class Row:
    """What each role gets for one address; ``arguments`` fill it in, ``method`` is how it is asked."""

    answers: Answers
    arguments: Callable[[World], list[Any]] = lambda _world: []
    method: str = "get"


def answers(default: int | str, **by_role: int | str) -> Answers:
    """Every role's answer: as named, else that of the role it is like, else the default. Guests are like anonymous."""
    known = {role: by_role.get(role, default) for role in COLUMNS}
    known |= {role: by_role.get(role, known["anonymous"]) for role in GUESTS}
    return known | {role: by_role.get(role, known[like]) for role, like in LIKE.items()}


def citizens(code: int | str) -> Answers:
    return dict.fromkeys(CITIZENS, code)


def guests(code: int | str, elsewhere: int | str | None = None) -> Answers:
    return {"guest": code, "guest_elsewhere": code if elsewhere is None else elsewhere}


def signed_in(code: int) -> Answers:
    return answers(code, anonymous=LOGIN)


def of_account_without_office() -> Answers:
    """Who works for a jobcenter is told to have that ended first."""
    return answers(409, anonymous=LOGIN, **citizens("redirect"))


OPEN = Row(answers=answers(200))
NOT_THERE = Row(answers=answers(404))
OWN_PAGE = Row(answers=signed_in(200))
OF_OWN_CASE = Row(answers=answers(200, anonymous=LOGIN, **guests(200)))  # a list of what is one's own
SIGNED_OUT_ONLY = Row(answers=answers("redirect", anonymous=200))
IN_A_FLOW = Row(answers=answers("redirect"))


def of_claimant(arguments: Callable[[World], list[Any]], code: int | str = 200, method: str = "get") -> Row:
    """Only the person and who helps with it; everybody else, staff included, learns nothing."""
    return Row(
        answers=answers(404, anonymous=LOGIN, claimant=code, helper=code, **guests(code, 404)),
        arguments=arguments,
        method=method,
    )


def of_who_speaks(code: int | str, method: str = "get") -> Row:
    """The person, and who represents them by right; helpers learn that there is nothing for them."""
    answered = answers(404, anonymous=LOGIN, claimant=code, representative=code, guardian=code, **guests(code, 404))
    return Row(answers=answered, arguments=application, method=method)


def of_case(arguments: Callable[[World], list[Any]], code: int | str = 200, method: str = "get") -> Row:
    """The person, who helps with it, and the staff of the responsible jobcenter."""
    nothing = dict.fromkeys(("guest_elsewhere", "helper_without_scope", "stranger", "foreign_caseworker"), 404)
    allowed = answers(code, anonymous=LOGIN, guest=code, **nothing)
    return Row(answers=allowed, arguments=arguments, method=method)


def of_staff(
    arguments: Callable[[World], list[Any]] = lambda _world: [],
    code: int | str = 200,
    method: str = "get",
    foreign: int | str = 404,
) -> Row:
    """Staff of the responsible jobcenter; ``foreign``: staff of others. Without a membership nobody enters."""
    allowed = answers(code, anonymous=LOGIN, foreign_caseworker=foreign, **citizens(403))
    return Row(answers=allowed, arguments=arguments, method=method)


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


def draft(world: World) -> list[Any]:
    return [world.draft.pk]


def form_page(world: World) -> list[Any]:
    return [world.draft.pk, "name"]


def list_page(world: World) -> list[Any]:
    return [world.draft.pk, world.list_slug]


def item(world: World) -> list[Any]:
    return [*list_page(world), "c1"]


def submission(world: World) -> list[Any]:
    return [world.submission.pk]


def application(world: World) -> list[Any]:
    return [world.application.pk]


def letter_person(world: World) -> list[Any]:
    return [world.application.pk, world.application.person_id]


def passkey(world: World) -> list[Any]:
    return [world.passkey.pk]


def case(world: World) -> list[Any]:
    return [world.submission.case_id]


def own_part(world: World) -> list[Any]:
    return [world.draft.pk]


def representation(world: World) -> list[Any]:
    return [world.application.pk, world.representation.pk]


def document(world: World) -> list[Any]:
    return [world.document.pk]


def paper_of_application(world: World) -> list[Any]:
    return [world.application.pk, world.document.pk]


def page_of_paper(world: World) -> list[Any]:
    return [*paper_of_application(world), 1]


def only(role: str, arguments: Callable[[World], list[Any]], code: int | str = 200, method: str = "get") -> Row:
    """One of them alone: what somebody has sent or holds, asked outside of spaces."""
    mine = {role: code} if role == "claimant" else {role: code, "helper_outside": code}
    others = dict.fromkeys(("adviser", "representative", "guardian"), 404)
    return Row(answers=answers(404, anonymous=LOGIN, **others, **mine), arguments=arguments, method=method)


def helping(world: World) -> list[Any]:
    return [world.helping.pk]


def begun(world: World) -> list[Any]:
    return [world.begun.pk]


def offer(world: World) -> list[Any]:
    return [world.offer.pk]


def of_organisation(arguments: Callable[[World], list[Any]], code: int | str = 200, method: str = "get") -> Row:
    """Who works there today, and nobody else: not even the client."""
    return Row(answers=answers(404, anonymous=LOGIN, adviser=code), arguments=arguments, method=method)


def organisation(world: World) -> list[Any]:
    return [world.paper.organisation_id]


def client(world: World) -> list[Any]:
    return [*organisation(world), world.client.pk]


def member(world: World) -> list[Any]:
    return [*organisation(world), world.member.pk]


def paper(world: World) -> list[Any]:
    return [world.paper.pk]


TABLE: dict[str, Row | list[Row]] = {
    "pages:home": OPEN,
    "pages:contact": OPEN,
    "pages:imprint": OPEN,
    "pages:privacy": OPEN,
    "pages:accessibility": OPEN,
    "pages:health": OPEN,
    "pages:looks": OWN_PAGE,
    "pages:csp_report": Row(answers=answers(405)),
    "pages:robots": OPEN,
    "pages:favicon": Row(answers=answers("redirect")),
    "account_overview": OWN_PAGE,
    "account_signup": SIGNED_OUT_ONLY,
    "account_login": SIGNED_OUT_ONLY,
    "account_logout": Row(answers=answers(200, anonymous="redirect")),
    "account_signed_out": OPEN,
    "account_leave": [Row(answers=answers(405)), Row(answers=answers("redirect"), method="post")],
    "account_stay": [Row(answers=answers(405)), Row(answers=answers("redirect"), method="post")],
    "account_typed_again": [Row(answers=signed_in("redirect")), Row(answers=signed_in("redirect"), method="post")],
    "account_devices": [OWN_PAGE, Row(answers=signed_in("redirect"), method="post")],
    "account_inactive": OPEN,
    "account_reauthenticate": OWN_PAGE,
    "account_reauthenticate_by_code": Row(  # not for those with a second factor
        answers=answers(200, anonymous=LOGIN, **dict.fromkeys(("claimant", *STAFF), "redirect"))
    ),
    "account_request_login_code": SIGNED_OUT_ONLY,
    "account_confirm_login_code": IN_A_FLOW,
    "account_email": OWN_PAGE,
    "account_email_verification_sent": Row(answers=signed_in("redirect")),
    "account_change_password": OWN_PAGE,
    "account_set_password": Row(answers=signed_in("redirect")),
    "account_reset_password": OPEN,
    "account_confirm_password_reset_code": Row(answers=answers(LOGIN)),
    "account_complete_password_reset": IN_A_FLOW,
    "account_password_reset_completed": OPEN,
    "cases:letter": OPEN,
    "cases:letter_email": IN_A_FLOW,
    "cases:letter_code": IN_A_FLOW,
    "cases:letter_password": IN_A_FLOW,
    "cases:letter_done": OPEN,
    "mfa_login_webauthn": Row(answers=answers("redirect", anonymous=LOGIN)),
    "mfa_authenticate": Row(answers=answers("redirect", anonymous=LOGIN)),
    "mfa_reauthenticate": Row(
        answers=answers("redirect", anonymous=LOGIN, **dict.fromkeys(STAFF, 200))
    ),  # they have an app
    "mfa_reauthenticate_webauthn": Row(answers=answers("redirect", anonymous=LOGIN, claimant=200)),
    "mfa_index": OWN_PAGE,
    "mfa_activate_totp": Row(answers=answers(200, anonymous=LOGIN, **dict.fromkeys(STAFF, "redirect"))),
    "mfa_deactivate_totp": Row(answers=answers(404, anonymous=LOGIN, **dict.fromkeys(STAFF, 200))),
    "mfa_view_recovery_codes": Row(answers=signed_in(404)),
    "mfa_generate_recovery_codes": OWN_PAGE,
    "mfa_download_recovery_codes": Row(answers=signed_in(404)),
    "mfa_list_webauthn": Row(answers=signed_in("redirect")),
    "mfa_add_webauthn": OWN_PAGE,
    "mfa_remove_webauthn": Row(answers=answers(404, anonymous=LOGIN, claimant=200), arguments=passkey),
    "mfa_edit_webauthn": Row(answers=answers(404, anonymous=LOGIN, claimant=200), arguments=passkey),
    "leaving:data_copy": [OWN_PAGE, Row(answers=signed_in("redirect"), method="post")],
    "leaving:download": Row(answers=signed_in(404)),  # nobody here has asked for a copy
    "leaving:close": [OWN_PAGE, Row(answers=of_account_without_office(), method="post")],
    "leaving:closed": OPEN,
    "guest:resume": [
        Row(answers=answers("redirect", anonymous=200)),
        Row(answers=answers("redirect", anonymous=200), method="post"),
    ],
    "guest:begin": [
        Row(answers=answers(405)),
        Row(answers=answers("redirect", anonymous=200, **guests("redirect")), method="post"),
    ],
    "guest:code": [
        Row(answers=answers("redirect", **guests(200))),
        Row(answers=answers("redirect", **guests(200)), method="post"),
    ],
    "guest:mail": Row(answers=answers("redirect"), method="post"),
    "guest:keep": Row(answers=answers("redirect"), method="post"),
    "guest:end": [
        Row(answers=answers("redirect", **guests(200))),
        Row(answers=answers("redirect"), method="post"),
    ],
    "guest:ended": OPEN,
    "guest:redeem": [OWN_PAGE, Row(answers=signed_in(200), method="post")],
    "applications:overview": [
        Row(answers=answers(200, **dict.fromkeys(SHUT_OUT, 404))),  # strangers choose how to begin
        Row(answers=answers("redirect"), method="post"),
    ],
    "applications:quick": [
        OPEN,
        Row(answers=answers("redirect", **dict.fromkeys(SHUT_OUT, 404), helper_without_scope=404), method="post"),
    ],
    # Identity providers: none is configured here, so their addresses are not there (tests/portal/accounts/views).
    "bundid_sign_in": NOT_THERE,
    "bundid_step_up": Row(answers=answers(404, anonymous=LOGIN)),
    "bundid_answer": [Row(answers=answers(405)), Row(answers=answers(404), method="post")],
    "bundid_finish": NOT_THERE,
    "bundid_metadata": NOT_THERE,
    "openid_connect_login": Row(answers=answers(404), arguments=lambda _world: ["oidc"]),
    "openid_connect_callback": Row(answers=answers(404), arguments=lambda _world: ["oidc"]),
    "socialaccount_connections": OWN_PAGE,
    "identity_connect": Row(answers=answers(404, anonymous=LOGIN), arguments=lambda _world: ["bundid"], method="post"),
    "identity_part": Row(answers=signed_in(200), method="post"),  # nothing is connected: the page again
    "socialaccount_signup": Row(answers=answers(LOGIN)),
    "socialaccount_login_cancelled": OPEN,
    "applications:about_form": Row(
        answers=answers(200, **dict.fromkeys(SHUT_OUT, 404)), arguments=lambda _world: ["main_application"]
    ),
    "applications:status": of_claimant(application),
    "applications:add_to": [of_claimant(application, 405), of_claimant(application, "redirect", "post")],
    "applications:correct": [of_claimant(application, 405), of_claimant(application, "redirect", "post")],
    "applications:withdraw": [of_who_speaks(200), of_who_speaks("redirect", "post")],
    "applications:continue": of_claimant(application, 404, "post"),  # a whole one: nothing goes on with it
    "applications:tasks": of_claimant(draft),
    "applications:review": of_claimant(draft),
    "applications:confirm_change": Row(  # who has no account has nothing to prove it by
        answers=of_claimant(draft, "redirect").answers | guests(LOGIN), arguments=draft
    ),
    "applications:send": [of_claimant(draft, "redirect"), of_claimant(draft, "redirect", "post")],
    "applications:secure": [of_claimant(draft, 405), of_claimant(draft, "redirect", "post")],
    "applications:evidence": [of_claimant(draft), of_claimant(draft, "redirect", "post")],
    "applications:step": [of_claimant(form_page), of_claimant(form_page, 400, "post")],
    "applications:add": [of_claimant(list_page, 405), of_claimant(list_page, "redirect", "post")],
    "applications:remove": [of_claimant(item), of_claimant(item, "redirect", "post")],
    "documents:list": OF_OWN_CASE,
    "applications:own_part": Row(
        answers=answers(404, anonymous=LOGIN, member=200, guest=404, guest_elsewhere=404), arguments=own_part
    ),
    "documents:send": [  # for somebody else only
        Row(answers=answers(404, anonymous=LOGIN, helper=200, guest=404, guest_elsewhere=404)),
        Row(answers=answers(404, anonymous=LOGIN, helper=200, guest=404, guest_elsewhere=404), method="post"),
    ],
    "documents:download": of_case(document),
    "documents:not_needed": [  # nobody has asked
        of_claimant(document, 404),
        of_claimant(document, 404, "post"),
    ],
    "documents:remove": of_claimant(document, "redirect", "post"),
    "submissions:confirmation": [of_case(submission), of_case(submission, "redirect", "post")],
    "submissions:sheet": of_case(submission, "redirect", "post"),  # without a code of one's own: back to the receipt
    "submissions:confirmation_pdf": of_case(submission),
    "submissions:copy_pdf": of_case(submission),
    "submissions:verify_form": OPEN,
    "submissions:verify": Row(
        answers=answers(200), arguments=lambda world: [world.submission.receipt.verification_code]
    ),
    "mailbox:inbox": OF_OWN_CASE,
    "mailbox:thread": of_claimant(lambda world: [world.thread.pk]),
    "appointments:contact": OPEN,
    "helping:helpers": OWN_PAGE,
    "helping:invite": OWN_PAGE,
    "helping:helper": only("claimant", helping),
    "helping:extend": only("claimant", helping, 404, "post"),  # it has no end
    "helping:end": [only("claimant", helping), only("claimant", helping, "redirect", "post")],
    "helping:helping": OWN_PAGE,
    "helping:offer": OWN_PAGE,
    "helping:begin": OWN_PAGE,
    "helping:hand_over": [only("helper", begun), only("helper", begun, "redirect", "post")],
    "helping:leave": [only("helper", helping), only("helper", helping, "redirect", "post")],
    "helping:code": OWN_PAGE,
    "helping:answer": Row(answers=answers(404)),  # nothing was opened
    "helping:invitation": only("claimant", offer),
    "helping:withdraw": only("claimant", offer, "redirect", "post"),
    "helping:open": Row(answers=answers("redirect"), arguments=lambda _world: ["unknown"]),
    "helping:register": OWN_PAGE,
    "helping:clients": [of_organisation(organisation), of_organisation(organisation, method="post")],
    "helping:ask_client": [of_organisation(organisation), of_organisation(organisation, method="post")],
    "helping:new_mandate": [of_organisation(organisation), of_organisation(organisation, method="post")],
    "helping:find_mandate": of_organisation(organisation, "redirect", "post"),
    "helping:end_client": [of_organisation(client), of_organisation(client, "redirect", "post")],
    "helping:renew_mandate": [of_organisation(client), of_organisation(client, method="post")],
    "helping:members": [of_organisation(organisation), of_organisation(organisation, 404, "post")],
    "helping:member": of_organisation(member, 404, "post"),  # this one does not look after the members
    "helping:mandate": [of_organisation(paper), of_organisation(paper, 422, "post")],
    "helping:mandate_pdf": of_organisation(paper),
    "desk:papers": of_staff(foreign=200),
    "desk:paper": [of_staff(paper), of_staff(paper, 422, "post")],
    "desk:index": of_staff(foreign=200),
    "desk:applications": of_staff(foreign=200),
    "desk:narrow": of_staff(code="redirect", method="post", foreign="redirect"),
    "desk:assign": of_staff(code="redirect", method="post", foreign="redirect"),
    "desk:application": of_staff(application),
    "desk:move": [of_staff(application, 405, foreign=405), of_staff(application, 404, "post")],
    "desk:answer": of_staff(application, 404),  # who asks for consent only
    "desk:assign_one": [of_staff(application, 405, foreign=405), of_staff(application, "redirect", "post")],
    "desk:check_again": of_staff(application, "redirect", "post"),
    "desk:forward": of_staff(application, "redirect", "post"),
    "desk:decide": of_staff(application, 422, "post"),
    "desk:print_letter": [of_staff(letter_person), of_staff(letter_person, 422, "post")],
    "desk:enter_household_number": [of_staff(application), of_staff(application, 422, "post")],
    "desk:viewer": of_staff(paper_of_application),
    "desk:page_picture": of_staff(page_of_paper),
    "desk:turn_page": of_staff(page_of_paper, "redirect", "post"),
    "desk:review_document": [
        of_staff(paper_of_application, 405, foreign=405),
        of_staff(paper_of_application, "redirect", "post"),
    ],
    "desk:give_purpose": of_staff(paper_of_application, 404, "post"),  # it is not specially protected
    "desk:protect_document": of_staff(paper_of_application, 404, "post"),  # nothing was chosen
    "desk:original": [
        of_staff(lambda world: [*paper_of_application(world), world.document.pk]),
        of_staff(lambda world: [*paper_of_application(world), world.document.pk], method="post"),
    ],
    "desk:search_documents": [of_staff(application, 405, foreign=405), of_staff(application, 422, "post")],
    "desk:accept_documents": of_staff(application, "redirect", "post"),
    "desk:enter_period": [of_staff(application), of_staff(application, 422, "post")],
    "desk:represent": [of_staff(application), of_staff(application, 422, "post")],
    "desk:representation": of_staff(representation),
    "desk:check_representation": of_staff(representation, 422, "post"),
    "desk:move_representation": of_staff(representation, "redirect", "post"),
    "desk:end_representation": of_staff(representation, "redirect", "post"),
    "desk:letters": Row(
        answers=answers(
            403, anonymous=LOGIN, team_lead=200, administrator=200, foreign_team_lead=200, foreign_administrator=200
        )
    ),
    "desk:withdraw_letter": Row(
        answers=answers(
            403,
            anonymous=LOGIN,
            team_lead="redirect",
            administrator="redirect",
            foreign_team_lead=404,
            foreign_administrator=404,
        ),
        arguments=lambda world: [world.letter.pk],
        method="post",
    ),
    "desk:reason": [of_staff(case, "redirect"), of_staff(case, "redirect", "post")],
    "desk:forms": of_staff(foreign=200),
    "desk:form": of_staff(lambda _world: ["haus-1", "main_application"]),
    "desk:form_page": of_staff(lambda _world: ["haus-1", "main_application", "name"]),
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
    "accounts_organisation": 200,
    "applications_localsettings": 200,
    "audit_auditevent": 403,
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
    "accounts_organisation": 403,
    "applications_localsettings": 200,
    "audit_auditevent": 403,
    "outbox_outboxmessage": 403,
    "submissions_submission": 403,
}.items():
    TABLE[f"desk:{_model}_change"] = of_administered(one_of(_model), shared=_model in SHARED)
    TABLE[f"desk:{_model}_history"] = of_history(_model)
    TABLE[f"desk:{_model}_delete"] = of_administered(one_of(_model), _delete)
WITHOUT_VIEW_OF_OURS = {"desk:app_list", "desk:view_on_site"}

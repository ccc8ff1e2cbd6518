"""Who asks, who is answered like whom, and who must learn nothing."""

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

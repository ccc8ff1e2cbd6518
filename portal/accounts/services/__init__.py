"""Use cases around accounts."""

from portal.accounts.services.absence import enter_absence, may_enter_absence, remove_absence
from portal.accounts.services.app_codes import claim_app_code, is_app_code_used
from portal.accounts.services.closing import close_user
from portal.accounts.services.organisation import (
    OrganisationDetails,
    admit_member,
    change_role,
    end_membership,
    record_organisation_change,
    register_organisation,
)
from portal.accounts.services.passkeys import accept_passkey_use, refuse_copied_passkey
from portal.accounts.services.record_account_event import (
    record_account_event,
    record_failed_sign_in,
    record_office_data_event,
)
from portal.accounts.services.recovery import is_address_taken, open_account, renew_access

__all__ = [
    "OrganisationDetails",
    "accept_passkey_use",
    "admit_member",
    "change_role",
    "claim_app_code",
    "close_user",
    "end_membership",
    "enter_absence",
    "is_address_taken",
    "is_app_code_used",
    "may_enter_absence",
    "open_account",
    "record_account_event",
    "record_failed_sign_in",
    "record_office_data_event",
    "record_organisation_change",
    "refuse_copied_passkey",
    "register_organisation",
    "remove_absence",
    "renew_access",
]

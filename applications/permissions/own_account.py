"""Who may have an account of their own."""

import datetime

from portal.law.dates import age_on
from portal.law.parameter import whole


def may_have_own_account(*, birth_date: datetime.date | None, is_applicant: bool, on: datetime.date) -> bool:
    """Whether somebody may have an account of her own: the applicant from the age of § 36 SGB I on, others as adults.

    Without a known birth date yes: it stands on the ID that staff look at.
    """
    if birth_date is None:
        return True
    key = "procedure.min_age_own_application" if is_applicant else "standard_need.age.adult"
    return age_on(birth_date, on) >= whole(key, on)

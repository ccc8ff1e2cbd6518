"""The step of the sign-in that asks for a second factor."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from typing import Final

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

BY_EMPLOYER: Final = "employer"  # type of a record of method "mfa": the employer's service asked for two factors


class SecondStepStage(AuthenticateStage):
    """Leaves out whom the employer's sign-in service has just asked for a second factor."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        if any(record.get("type") == BY_EMPLOYER for record in records):
            return False
        return bool(super()._should_handle(request))

"""The step of the sign-in that asks for a second factor."""

# mypy: allow-subclassing-any
# (allauth ships no types)

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from portal.accounts.enums import BY_EMPLOYER


class SecondStepStage(AuthenticateStage):
    """Leaves out whom the employer's sign-in service has just asked for a second factor."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        if any(record.get("type") == BY_EMPLOYER for record in records):
            return False
        return bool(super()._should_handle(request))

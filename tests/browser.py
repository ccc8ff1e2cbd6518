"""Django's test client, signed in as people are."""

import time

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpRequest
from django.test import Client


class Browser(Client):
    """``force_login`` leaves the session as a real sign-in does: with the second factor, where the account has one."""

    def force_login(self, user, backend=None):
        super().force_login(user, backend)
        factor = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
        if factor is not None:
            request = HttpRequest()
            request.session = self.session
            record_authentication(request, user, "mfa", id=factor.pk, type=factor.type)
            request.session.save()


def app_code(secret, *, steps=0):
    """What an authenticator app shows now, or some steps of 30 seconds later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))

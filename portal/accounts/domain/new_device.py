"""The e-mail after a sign-in with an unknown device: no name, no place, no address of the network."""

import smtplib
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from portal.accounts.errors import MailNotSent
from portal.accounts.models import User

_TEMPLATE = "account/email/new_device"


def tell_about_new_device(user_id: UUID) -> None:
    """Send it, unless the account is gone, blocked or without address. Raises MailNotSent for what may pass."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None or not user.email:
        return
    context = {"portal_address": settings.PORTAL.base_url}
    message = EmailMessage(
        subject=render_to_string(f"{_TEMPLATE}_subject.txt", context).strip(),
        body=render_to_string(f"{_TEMPLATE}_message.txt", context).strip() + "\n",
        to=[user.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused:
        return  # for good or for now: the next sign-in with a new device tells again
    except (smtplib.SMTPException, OSError) as error:
        raise MailNotSent(type(error).__name__) from None  # the cause would carry the address into logs

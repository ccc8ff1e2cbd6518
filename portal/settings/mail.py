"""E-mail. Notices carry no social data (portal.notices)."""

from portal.settings.environment import PORTAL

EMAIL_BACKEND = "portal.notices.domain.smtp_backend.ReplyingBackend"
EMAIL_HOST = PORTAL.smtp_host
EMAIL_PORT = PORTAL.smtp_port
EMAIL_HOST_USER = PORTAL.smtp_user
EMAIL_HOST_PASSWORD = PORTAL.smtp_password
EMAIL_USE_TLS = PORTAL.smtp_tls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = PORTAL.from_email
SERVER_EMAIL = PORTAL.from_email
ADMINS: list[tuple[str, str]] = []  # error reports by mail could carry social data
SMS_GATEWAY = PORTAL.sms_gateway  # dotted path of a class (portal.notices.domain.channels.sms.SmsGateway); "" = no SMS

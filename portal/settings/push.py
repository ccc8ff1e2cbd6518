"""Web Push (RFC 8030, 8291, 8292): hints on a device, by the service of the browser's maker. Off without a key."""

from email.utils import parseaddr

from portal.settings.environment import PORTAL

VAPID_PRIVATE_KEY = PORTAL.vapid_private_key
# Whom a push service asks when something is wrong (RFC 8292, 2.1); Apple's refuses what is neither mailto nor https.
VAPID_CONTACT = PORTAL.vapid_contact or f"mailto:{parseaddr(PORTAL.from_email)[1]}"
# The services of the browsers: Chrome, Edge, Samsung and Opera; Firefox; Safari; Edge on Windows. A star is one or more
# labels. Whoever wants to be sent elsewhere is refused: the portal must not call addresses that a visitor makes up.
PUSH_SERVICES = (
    "fcm.googleapis.com",
    "*.push.services.mozilla.com",
    "*.push.apple.com",
    "*.notify.windows.com",
    *PORTAL.push_services,
)
PUSH_TEST_SERVICE = ""  # tests only: origin of a service on the loopback, taken as it is

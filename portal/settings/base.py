"""What is the same everywhere: the sum of the parts."""

from portal.settings import environment
from portal.settings.accounts import *  # noqa: F403 -- settings modules are made to be summed up
from portal.settings.apps import *  # noqa: F403 -- as above
from portal.settings.background import *  # noqa: F403 -- as above
from portal.settings.database import *  # noqa: F403 -- as above
from portal.settings.files import *  # noqa: F403 -- as above
from portal.settings.i18n import *  # noqa: F403 -- as above
from portal.settings.identity_providers import *  # noqa: F403 -- as above
from portal.settings.logging import *  # noqa: F403 -- as above
from portal.settings.mail import *  # noqa: F403 -- as above
from portal.settings.push import *  # noqa: F403 -- as above
from portal.settings.second_factor import *  # noqa: F403 -- as above
from portal.settings.security import *  # noqa: F403 -- as above

PORTAL = environment.PORTAL
DEBUG = False
SILENCED_SYSTEM_CHECKS: list[str] = []
PORTAL_IS_DEMO = False  # switches the pages /demo/mails/ and /design/ on; production refuses it

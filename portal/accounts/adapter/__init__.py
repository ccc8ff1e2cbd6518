"""How django-allauth behaves in this portal; the settings name these classes, and that of `openid`."""

from portal.accounts.adapter.account import PortalAccountAdapter, PortalMFAAdapter
from portal.accounts.adapter.bundid import BundIdProvider
from portal.accounts.adapter.social import PortalSocialAccountAdapter

__all__ = [
    "BundIdProvider",
    "PortalAccountAdapter",
    "PortalMFAAdapter",
    "PortalSocialAccountAdapter",
]

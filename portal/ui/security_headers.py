"""The header policies of the whole site, as constants for the settings; importable before Django is set up."""

from collections.abc import Iterable
from typing import Any

from csp.constants import NONE, SELF

# Everything comes from this site; icons of the design system are data: images. No inline script or style anywhere,
# so there is no nonce. Forms stay on this site, except for the identity providers that an operator configures.
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "require-trusted-types-for": ["'script'"],
        "report-uri": "/csp-meldung/",
    },
}


def content_security_policy(*, form_targets: Iterable[str]) -> dict[str, Any]:
    """Return the policy with further origins that a form may end at, such as ``https://id.bund.de``."""
    directives = CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return {"DIRECTIVES": {**directives, "form-action": [SELF, *form_targets]}}


# Django's admin writes HTML by script (date pickers, related-object pop-ups): it works under the same policy except
# for Trusted Types.
WITHOUT_TRUSTED_TYPES = ("/verwaltung/",)
TRUSTED_TYPES_DIRECTIVE = "require-trusted-types-for 'script'"

PERMISSIONS_POLICY: dict[str, str | list[str]] = {
    **{
        feature: []
        for feature in (
            "accelerometer",
            "autoplay",
            "browsing-topics",
            "camera",
            "display-capture",
            "encrypted-media",
            "geolocation",
            "gyroscope",
            "hid",
            "idle-detection",
            "local-fonts",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "screen-wake-lock",
            "serial",
            "storage-access",
            "usb",
            "xr-spatial-tracking",
        )
    },
    "publickey-credentials-create": "self",  # passkeys
    "publickey-credentials-get": "self",
}

# Headers Django has no setting for. COOP is set by Django (SECURE_CROSS_ORIGIN_OPENER_POLICY).
STATIC_HEADERS: dict[str, str] = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}

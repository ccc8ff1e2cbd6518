"""Imprint, privacy notice and accessibility statement: standard texts, completed per jobcenter."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from portal.leaving.selectors import kept_data
from portal.pages.content import accessibility, privacy
from portal.pages.selectors import jobcenters_with_offices


@method_decorator(login_not_required, name="dispatch")
class _LegalView(TemplateView):
    """A public page that names the jobcenters."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the jobcenters."""
        return {**super().get_context_data(**kwargs), "jobcenters": jobcenters_with_offices()}


class ImprintView(_LegalView):
    """§ 5 DDG."""

    template_name = "pages/imprint.html"


class PrivacyView(_LegalView):
    """Art. 13 GDPR, § 82 SGB X."""

    template_name = "pages/privacy.html"
    extra_context = {"sections": privacy.SECTIONS}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how long what is kept."""
        return {**super().get_context_data(**kwargs), "kept": kept_data(timezone.localdate())}


class AccessibilityView(_LegalView):
    """§ 12b BGG, § 7 BITV 2.0."""

    template_name = "pages/accessibility.html"
    extra_context = {"sections": accessibility.SECTIONS, "written_on": accessibility.WRITTEN_ON}

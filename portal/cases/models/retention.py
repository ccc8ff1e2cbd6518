"""The rule that most of a case's data has in common, so that its words and its figure stand once."""

from typing import TYPE_CHECKING

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from portal.audit.models.personal_data import RetentionRule

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


def kept_with_case(key: str, what: "StrPromise", *models: type[Model]) -> RetentionRule:
    """Return the rule of what is part of the file at the jobcenter: kept for years after the case has ended.

    No statute names a period for SGB II files; ten years follow from how long decisions can be corrected.
    """
    return RetentionRule(
        key=key,
        what=what,
        kept=_("%(figure)s Jahre, nachdem der Fall zu Ende ist"),
        why=_(
            "Das gehört zu Ihrer Akte beim Jobcenter. Bescheide können lange danach noch geprüft und berichtigt "
            "werden, auch zu Ihren Gunsten. Eine feste Frist nennt das Gesetz nicht."
        ),
        basis=_("§ 84 SGB X, Artikel 17 Absatz 3 DSGVO, § 45 Absatz 3 SGB X, § 41a Absatz 5 SGB II"),
        models=models,
        figure="retention.case_years_after_end",
    )

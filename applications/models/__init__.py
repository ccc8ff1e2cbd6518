"""Tables of the benefit applications."""

from applications.models.application import Application
from applications.models.draft import Draft
from applications.models.finding import Finding
from applications.models.grant_period import GrantPeriod
from applications.models.local_settings import LocalForm, LocalHint, LocalPaper, LocalQuestion, LocalSettings
from applications.models.own_part import OwnPartReply
from applications.models.request_answer import RequestAnswer
from applications.models.sent_answers import SentAnswers
from applications.models.status_change import StatusChange
from applications.models.withdrawal import Withdrawal

__all__ = [
    "Application",
    "Draft",
    "Finding",
    "GrantPeriod",
    "LocalForm",
    "LocalHint",
    "LocalPaper",
    "LocalQuestion",
    "LocalSettings",
    "OwnPartReply",
    "RequestAnswer",
    "SentAnswers",
    "StatusChange",
    "Withdrawal",
]

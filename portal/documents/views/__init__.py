"""Pages and downloads of documents."""

from portal.documents.views.deletion import NotNeededView
from portal.documents.views.download import DownloadView
from portal.documents.views.hand_over import HandOverView
from portal.documents.views.mine import MyDocumentsView
from portal.documents.views.phone import PhoneCodeView, PhoneView
from portal.documents.views.responses import file_response, reading_actors
from portal.documents.views.sending import SendForSomebodyView
from portal.documents.views.states import StatesView

__all__ = [
    "DownloadView",
    "HandOverView",
    "MyDocumentsView",
    "NotNeededView",
    "PhoneCodeView",
    "PhoneView",
    "SendForSomebodyView",
    "StatesView",
    "file_response",
    "reading_actors",
]

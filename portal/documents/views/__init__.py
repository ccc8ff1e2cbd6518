"""Pages and downloads of documents."""

from portal.documents.views.deletion import NotNeededView
from portal.documents.views.download import DownloadView, PictureView, document_response
from portal.documents.views.hand_over import HandOverView
from portal.documents.views.mine import MyDocumentsView
from portal.documents.views.phone import PhoneCodeView, PhoneView
from portal.documents.views.responses import file_response, reading_actors
from portal.documents.views.sending import SendForSomebodyView
from portal.documents.views.states import StatesView
from portal.documents.views.taking_in import take_in

__all__ = [
    "DownloadView",
    "HandOverView",
    "MyDocumentsView",
    "NotNeededView",
    "PhoneCodeView",
    "PhoneView",
    "PictureView",
    "SendForSomebodyView",
    "StatesView",
    "document_response",
    "file_response",
    "reading_actors",
    "take_in",
]

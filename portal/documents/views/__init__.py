"""Pages and downloads of documents."""

from portal.documents.views.download import DownloadView
from portal.documents.views.mine import MyDocumentsView, RemoveView
from portal.documents.views.responses import file_response, reading_actors
from portal.documents.views.sending import SendForSomebodyView

__all__ = ["DownloadView", "MyDocumentsView", "RemoveView", "SendForSomebodyView", "file_response", "reading_actors"]

"""The addresses of the desk: its own pages, then Django's."""

from portal.desk.site import desk

urlpatterns = desk.get_urls()

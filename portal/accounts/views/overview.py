"""The account at a glance."""

from django.views.generic import TemplateView


class OverviewView(TemplateView):
    """Shows the e-mail address and what can be changed."""

    template_name = "account/overview.html"

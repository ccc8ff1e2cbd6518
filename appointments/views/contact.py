"""How to get an appointment: today by phone or at the counter."""

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView


@method_decorator(login_not_required, name="dispatch")
class ContactView(TemplateView):
    """Names office, phone, hours and what to bring. Open to everybody; the office comes from the frame."""

    template_name = "appointments/contact.html"

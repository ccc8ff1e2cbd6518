"""What a jobcenter may set up for itself."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LocalQuestionKind(TextChoices):
    """How a question of a jobcenter is answered."""

    TEXT = "text", _("kurzer Text (eine Zeile)")
    LONG_TEXT = "long_text", _("langer Text (mehrere Zeilen)")
    CHOICE = "choice", _("Auswahl (eine von mehreren Antworten)")
    DATE = "date", _("Datum")
    AMOUNT = "amount", _("Betrag in Euro")
    YES_NO = "yes_no", _("Ja oder Nein")


class LocalFormState(TextChoices):
    """What a jobcenter does with a form that others offer to everybody."""

    OFF = "off", _("abgeschaltet: niemand kann es neu beginnen")
    PILOT = "pilot", _("Erprobung: nur, wenn der Fall bei einem der Teams liegt")

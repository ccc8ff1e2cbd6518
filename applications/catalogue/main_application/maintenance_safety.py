"""Where it would be dangerous to say something about maintenance: the tick for it, and the page that answers it."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Tick
from applications.catalogue.main_application.maintenance_concerns import will_be_called
from applications.catalogue.structure import Page, Step
from applications.enums import Safety

UNLESS_UNSAFE = _("wenn es nicht gefährlich ist")
SAFETY = Tick(
    "maintenance_unsafe",
    _("Können Sie hier nichts sagen?"),
    help=_(
        "Wenn Sie das ankreuzen, lassen Sie den Rest leer. Wir fragen niemanden, bevor wir mit Ihnen gesprochen haben."
    ),
    why=_(
        "Was Sie oder Ihr Kind in Gefahr bringt, müssen Sie uns nicht sagen, auch nicht den Grund. Kreuzen Sie es an: Dann fehlt hier nichts, und wir sprechen zuerst mit Ihnen."
    ),
    basis="§ 65 Abs. 1 Nr. 2 SGB I",
    options=Safety,
    required=False,
    sensitive=True,
    carried=False,
)

CALL_FIRST = Step(
    "wir-rufen-an",
    _("Wir rufen Sie zuerst an"),
    named=_("Unterhalt für %(name)s: Wir rufen Sie zuerst an"),
    when=_("wenn gesagt wurde, dass eine Angabe zum Unterhalt gefährlich wäre"),
    applies_to=will_be_called,
    page=Page.NOTICE,
    tells=(
        _("Sie müssen hier nichts angeben. Es fehlt deshalb nichts, und Sie haben keinen Nachteil."),
        _("Jemand aus dem Jobcenter spricht zuerst mit Ihnen. Vorher fragen wir niemanden und schreiben an niemanden."),
        _("Dürfen wir Sie nur zu bestimmten Zeiten anrufen? Schreiben Sie es am Ende bei „Ihre Nachricht“."),
    ),
)

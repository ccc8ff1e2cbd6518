"""What the postbox says about people who represent the person by right."""

from django.utils.translation import gettext as _

from mailbox.domain.posting import post_notice
from mailbox.models import Message
from portal.cases.domain.addressee import is_about_post
from portal.cases.enums import StandingKind
from portal.cases.models import Person, Standing


def say_checked(standing: Standing) -> Message | None:
    """Tell the person that the jobcenter has seen the proof, what follows, and what to do if it is wrong. Once."""
    person = standing.person or Person.objects.filter(case_id=standing.case_id, is_applicant=True).first()
    if person is None:
        return None
    parts = [_("Das Jobcenter hat geprüft, dass %(name)s Sie vertreten darf. Das gilt ab jetzt.")]
    if is_about_post(standing.kind, standing.tasks):
        parts.append(_("Schreiben vom Jobcenter gehen jetzt an %(name)s. So steht es im Gesetz (§ 13 SGB X)."))
        if not standing.has_reservation:
            parts.append(_("Sie selbst bekommen eine Kopie hier im Postfach."))
    parts.append(_("Sie dürfen das Portal weiter selbst benutzen."))
    if standing.kind == StandingKind.REPRESENTATIVE:
        parts.append(_("Möchten Sie das nicht mehr? Sie können die Vollmacht jederzeit beenden. Das gilt sofort."))
    else:
        parts.append(_("Stimmt das nicht? Dann rufen Sie uns bitte an."))
    return post_notice(
        case_id=standing.case_id,
        person_id=person.pk,
        subject=_("Vertretung"),
        body="\n\n".join(parts) % {"name": standing.holder_name or _("die vertretende Person")},
        key=f"standing:checked:{standing.pk}",
    )

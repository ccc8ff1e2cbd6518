"""Closed lists of the appointments."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ServiceKind(TextChoices):
    """What a conversation is for. The first talk is what § 15 (4) SGB II asks for, in person in the jobcenter."""

    FIRST_TALK = "first_talk", _("Erstes Gespräch")
    BENEFIT = "benefit", _("Fragen zu Leistungen")
    PLACEMENT = "placement", _("Arbeit und Ausbildung")
    PORTAL_HELP = "portal_help", _("Hilfe mit dem Portal und dem Antrag")
    DROP_IN = "drop_in", _("Ohne Termin vorbeikommen")
    OTHER = "other", _("etwas anderes")


class Channel(TextChoices):
    """Where the two sides meet."""

    IN_PERSON = "in_person", _("persönlich im Jobcenter")
    PHONE = "phone", _("am Telefon")
    VIDEO = "video", _("per Video")


class AppointmentStatus(TextChoices):
    """Life of an appointment. Held and offered ones keep the time free until ``held_until``."""

    HELD = "held", _("wird gerade gebucht")
    OFFERED = "offered", _("vorgeschlagen")
    BOOKED = "booked", _("vereinbart")
    ATTENDED = "attended", _("hat stattgefunden")
    EXCUSED = "excused", _("entschuldigt")
    MISSED = "missed", _("nicht erschienen")
    CANCELLED = "cancelled", _("abgesagt")
    RELEASED = "released", _("wieder frei")  # a hold or an offer that nobody took


# These keep staff and room from being given twice; the second set also the person's own time.
OCCUPYING: Final = (AppointmentStatus.HELD, AppointmentStatus.OFFERED, AppointmentStatus.BOOKED)
PERSON_OCCUPYING: Final = (AppointmentStatus.HELD, AppointmentStatus.BOOKED)
TENTATIVE: Final = frozenset({AppointmentStatus.HELD, AppointmentStatus.OFFERED})
OVER: Final = frozenset({AppointmentStatus.ATTENDED, AppointmentStatus.EXCUSED, AppointmentStatus.MISSED})


class Origin(TextChoices):
    """How an appointment came about."""

    BOOKED = "booked", _("selbst gebucht")
    PROPOSED = "proposed", _("Vorschlag auf einen Wunsch")
    INVITED = "invited", _("Einladung")
    SUMMONED = "summoned", _("Meldeaufforderung")
    OFFICE = "office", _("im Jobcenter eingetragen")  # on the phone, at the counter


class Change(TextChoices):
    """What happened to an appointment, for its history. Also what its receipts are called."""

    HELD = "held", _("Zeit reserviert")
    OFFERED = "offered", _("Zeit vorgeschlagen")
    BOOKED = "booked", _("Termin vereinbart")
    MOVED = "moved", _("Termin verschoben")
    CHANNEL = "channel", _("Ort oder Weg geändert")
    NEEDS = "needs", _("Wünsche geändert")
    REASSIGNED = "reassigned", _("Andere Person im Jobcenter")
    CANCELLED = "cancelled", _("Termin abgesagt")
    RELEASED = "released", _("Zeit wieder frei")
    OUTCOME = "outcome", _("Ergebnis eingetragen")
    REASON = "reason", _("Grund genannt")


class Need(TextChoices):
    """What somebody needs so that a conversation works. Health may speak from it, so it is stored encrypted."""

    INTERPRETER = "interpreter", _("Jemand soll übersetzen")
    SIGN_LANGUAGE = "sign_language", _("Gebärdensprache")
    STEP_FREE = "step_free", _("Zugang ohne Stufen")
    QUIET_ROOM = "quiet_room", _("ruhiger Raum")
    CHILDCARE = "childcare", _("Ich bringe ein Kind mit")
    SAME_PERSON = "same_person", _("dieselbe Person wie beim letzten Mal")


class ParticipantKind(TextChoices):
    """Who comes along."""

    COMPANION = "companion", _("Begleitung oder Beistand (§ 13 Abs. 4 SGB X)")
    GUARDIAN = "guardian", _("rechtliche Betreuung")
    INTERPRETER = "interpreter", _("Dolmetscherin oder Dolmetscher")
    ADVISER = "adviser", _("Beratungsstelle")


class Coming(TextChoices):
    """What somebody who was invited along has said."""

    OPEN = "open", _("noch keine Antwort")
    YES = "yes", _("kommt")
    NO = "no", _("kommt nicht")


class WishKind(TextChoices):
    """What a person asks for when they do not book themselves."""

    APPOINTMENT = "appointment", _("Termin")
    CALLBACK = "callback", _("Rückruf")


class WishStatus(TextChoices):
    """Life of a wish. Proposed: the office has offered times and waits for the choice."""

    OPEN = "open", _("wartet auf das Jobcenter")
    PROPOSED = "proposed", _("Vorschlag gemacht")
    SETTLED = "settled", _("erledigt")
    WITHDRAWN = "withdrawn", _("zurückgenommen")


class OfferKind(TextChoices):
    """Why times are offered."""

    PROPOSAL = "proposal", _("Vorschlag auf einen Wunsch")
    INVITATION = "invitation", _("Einladung")
    EARLIER = "earlier", _("früherer Termin")


class OfferStatus(TextChoices):
    """Life of an offer of times. Declined is an answer, lapsed is silence."""

    OPEN = "open", _("wartet auf Antwort")
    TAKEN = "taken", _("angenommen")
    DECLINED = "declined", _("abgelehnt")
    LAPSED = "lapsed", _("nicht beantwortet")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class MeetingPurpose(TextChoices):
    """For what the law lets a jobcenter summon somebody (§ 309 (2) SGB III, § 59 SGB II)."""

    CAREER = "career", _("Berufsberatung")
    PLACEMENT = "placement", _("Vermittlung in Ausbildung oder Arbeit")
    PREPARATION = "preparation", _("Vorbereitung aktiver Arbeitsförderungsleistungen")
    DECISIONS = "decisions", _("Vorbereitung von Entscheidungen im Leistungsverfahren")
    CHECK = "check", _("Prüfung der Voraussetzungen für den Leistungsanspruch")


class ReminderKind(TextChoices):
    """When somebody is reminded."""

    DAYS = "days", _("drei Tage vorher")
    HOURS = "hours", _("drei Stunden vorher")


class VideoProvider(TextChoices):
    """Whose rooms the office uses; decides how a participant's link is signed."""

    NONE = "", _("kein Video")
    JITSI = "jitsi", _("Jitsi Meet")
    BIGBLUEBUTTON = "bigbluebutton", _("BigBlueButton (Raum in Greenlight)")
    OPENTALK = "opentalk", _("OpenTalk")
    TEMPLATE = "template", _("andere (Adresse mit Platzhaltern)")


class ExceptionKind(TextChoices):
    """Whether a person has more or less time than the weekly pattern says."""

    CLOSED = "closed", _("keine Termine")
    OPEN = "open", _("zusätzliche Zeit")


class DayPart(TextChoices):
    """When in the day somebody could. Noon divides them."""

    MORNING = "morning", _("vormittags")
    AFTERNOON = "afternoon", _("nachmittags")


class MissedWarning(TextChoices):
    """What staff have to know before they enter that somebody has not come. Nothing follows from it by itself."""

    INVITED = "invited", _("keine Meldeaufforderung")
    FIRST = "first", _("erste versäumte Meldeaufforderung")
    REPEATED = "repeated", _("wiederholt versäumt (§ 32 SGB II)")
    IN_A_ROW = "in_a_row", _("nacheinander versäumt (§ 7b Abs. 4 SGB II)")


class WhyNobody(TextChoices):
    """Why the colleague of an appointment will not be there."""

    BLOCKED = "blocked", _("Konto gesperrt")
    ENDED = "ended", _("arbeitet dann nicht mehr hier")
    AWAY = "away", _("abwesend")


class Conflict(TextChoices):
    """Why an appointment could not go to another colleague; it stays where it is."""

    BUSY = "busy", _("hat zu dieser Zeit schon einen Termin")
    NOT_THERE = "not_there", _("ist an diesem Tag nicht da")
    OTHER_TEAM = "other_team", _("das Team macht dieses Anliegen nicht")
    SAME_PERSON = "same_person", _("die Person möchte zu derselben Person wie bisher")
    NOBODY = "nobody", _("niemand hat zu dieser Zeit Sprechzeit und ist frei")
    CHANGED = "changed", _("hat sich inzwischen geändert")


class LetterDiffers(TextChoices):
    """In what the latest letter about a summoned appointment says something else than holds."""

    CANCELLED = "cancelled", _("der Termin ist abgesagt")
    TIME = "time", _("die Zeit ist eine andere")
    WAY = "way", _("der Weg ist ein anderer")
    PLACE = "place", _("der Ort ist ein anderer")

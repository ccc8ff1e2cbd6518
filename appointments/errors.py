"""Situations that can arise around appointments. No message holds content."""


class AppointmentError(Exception):
    """Base of the situations below."""


class NoSuchStep(AppointmentError):
    """The table of steps has no such step, or not for this role. All three facts are impersonal."""

    def __init__(self, from_status: str, to_status: str, role: str) -> None:
        """Keep the three facts."""
        super().__init__(f"{from_status} -> {to_status} as {role}")
        self.from_status = from_status
        self.to_status = to_status
        self.role = role


class SlotTaken(AppointmentError):
    """Somebody else was faster; the page shows the next free times."""


class SlotNotOffered(AppointmentError):
    """Nobody has time then: it is past, too soon, outside of all opening hours, or does not exist (DST)."""


class HoldExpired(AppointmentError):
    """The time was kept for a while and is given to somebody else by now."""


class TooLate(AppointmentError):
    """The appointment has begun or is over: it can be talked about, not changed."""


class LinkNotValid(AppointmentError):
    """A link that was changed, has ended, or belongs to an appointment that was changed since; views say so kindly."""


class OfferNotOpen(AppointmentError):
    """The offer was answered, withdrawn, or its time is over."""


class WishNotOpen(AppointmentError):
    """The wish was settled or taken back meanwhile."""


class ReasonMissing(AppointmentError):
    """A step that needs words about why."""


class TimesTaken(SlotTaken):
    """Of several times that were to be offered these are somebody else's by now; ``positions`` count from 0."""

    def __init__(self, positions: tuple[int, ...]) -> None:
        """Keep which ones."""
        super().__init__(*positions)
        self.positions = positions


class PersonBusy(SlotNotOffered):
    """The person has another appointment at that time."""


class AlreadyReminded(AppointmentError):
    """One reminder is enough."""


class NoWords(AppointmentError):
    """An answer without a word."""


class NotBegun(AppointmentError):
    """How an appointment went is entered when it has begun; before that it can be moved or cancelled."""


class WarningNotSeen(AppointmentError):
    """Before somebody is entered as missing, a person has to have read what the law says about it as it stands now."""


class LinkNotSafe(AppointmentError):
    """The address of a link that is not ``https``, names an account, or is none at all."""


class NothingToAgree(AppointmentError):
    """An agreed step without words."""


class NoticeChanged(AppointmentError):
    """The notice of the legal consequences is another one than was read before sending."""


class LetterChanged(AppointmentError):
    """What the letter would say is not what was read before sending, or another one has gone out meanwhile."""


class LetterHolds(AppointmentError):
    """The latest letter says what holds, or there is none: there is nothing to set right."""


class NotByPost(AppointmentError):
    """A letter that does not go by post, or a day that cannot be."""


class TooManyParticipants(AppointmentError):
    """More people than fit into a room are invited along already."""


class VideoNotOffered(AppointmentError):
    """The office has no video service, or the talk is not by video."""


class VideoNotOpen(AppointmentError):
    """The room opens shortly before the talk and closes after it."""


class InUse(AppointmentError):
    """Something of the offer that appointments hang on: it can be switched off, not deleted."""


class NameInUse(AppointmentError):
    """Another service of the house, or room of the office, has this name."""


class ExceptionOverlaps(AppointmentError):
    """The person already has an exception of this kind at that time."""

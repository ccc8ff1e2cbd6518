"""Situations that can arise when something is handed in. No message ever holds content."""


class SubmissionError(Exception):
    """Base of the situations below."""


class NotAllowed(SubmissionError):
    """The actor may not send anything for this case; views answer 404."""


class DocumentNotThere(SubmissionError):
    """A file that should be handed in was removed, was handed in before, or belongs to another case."""


class TokenOfAnotherCase(SubmissionError):
    """The idempotency token was used for another case: a programming error or an attack, never a double click."""


class NoFreeReference(SubmissionError):
    """Every reference number tried was taken; practically impossible with 30^7 numbers."""


class TooManyAttempts(SubmissionError):
    """Somebody has asked the public check too often; ``seconds`` says how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class ReceiptNotReady(SubmissionError):
    """The worker has not made the files yet; the page of the submission itself is already a receipt."""

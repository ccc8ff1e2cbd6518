"""The postbox of citizens: list, a new conversation, one thread, its files, what was left behind."""

from tests.access.table.objects import attachment, begun_message, conversation
from tests.access.table.rows import LOGIN, OF_OWN_CASE, Row, answers, guests, of_claimant

TABLE: dict[str, Row | list[Row]] = {
    "mailbox:inbox": [OF_OWN_CASE, Row(answers=OF_OWN_CASE.answers, method="post")],  # a search within the own threads
    "mailbox:new": [
        OF_OWN_CASE,
        # nothing typed: kept as a draft, if one may write somewhere; a helper without the scope learns nothing
        Row(
            answers=answers(404, anonymous=LOGIN, claimant="redirect", helper="redirect", **guests("redirect", 404)),
            method="post",
        ),
    ],
    "mailbox:thread": [of_claimant(conversation), of_claimant(conversation, "redirect", "post")],
    "mailbox:attachment": of_claimant(attachment),
    "mailbox:left": [  # whose words they are; the address says nothing about the person
        Row(
            answers=answers(404, anonymous=LOGIN, helper=200, adviser=404, representative=404, guardian=404)
            | guests(404)
            | {"helper_outside": 200},
            arguments=begun_message,
        ),
    ],
}

"""Documents, and what was sent with its receipt."""

from tests.access.table.objects import document, drawn_document, submission
from tests.access.table.rows import LOGIN, OF_OWN_CASE, OPEN, Row, answers, guests, of_case, of_claimant

TABLE: dict[str, Row | list[Row]] = {
    "documents:list": [
        OF_OWN_CASE,
        Row(answers=answers("redirect", anonymous=LOGIN, **guests("redirect")), method="post"),
    ],
    "documents:send": [  # for somebody else only
        Row(answers=answers(404, anonymous=LOGIN, helper=200, guest=404, guest_elsewhere=404)),
        Row(answers=answers(404, anonymous=LOGIN, helper=200, guest=404, guest_elsewhere=404), method="post"),
    ],
    "documents:hand_over": of_claimant(lambda world: [world.hand_over.pk]),
    "phone:code": OPEN,
    "phone:upload": Row(answers=answers(200), arguments=lambda world: [world.hand_over.code]),  # whoever has the code
    "documents:download": of_case(document),
    "documents:picture": [  # in the own affairs alone; who helps sees names
        Row(answers=answers(404, anonymous=LOGIN, claimant=200, **guests(200, 404)), arguments=drawn_document),
    ],
    "documents:not_needed": [of_claimant(document, 404), of_claimant(document, 404, "post")],  # nobody has asked
    "documents:states": OF_OWN_CASE,  # says how many of those that are named; of others' it knows none
    "submissions:confirmation": [of_case(submission), of_case(submission, "redirect", "post")],
    "submissions:sheet": of_case(submission, "redirect", "post"),  # without a code of one's own: back to the receipt
    "submissions:confirmation_pdf": of_case(submission),
    "submissions:copy_pdf": of_case(submission),
    "submissions:verify_form": OPEN,
    "submissions:verify": Row(
        answers=answers(200), arguments=lambda world: [world.submission.receipt.verification_code]
    ),
}

"""Guests with a code, and letters that open an account."""

from tests.access.table.rows import IN_A_FLOW, OPEN, OWN_PAGE, Row, answers, guests, signed_in

TABLE: dict[str, Row | list[Row]] = {
    "cases:letter": OPEN,
    "cases:letter_email": IN_A_FLOW,
    "cases:letter_code": IN_A_FLOW,
    "cases:letter_password": IN_A_FLOW,
    "cases:letter_done": OPEN,
    "guest:resume": [
        Row(answers=answers("redirect", anonymous=200)),
        Row(answers=answers("redirect", anonymous=200), method="post"),
    ],
    "guest:begin": [
        Row(answers=answers(405)),
        Row(answers=answers("redirect", anonymous=200, **guests("redirect")), method="post"),
    ],
    "guest:code": [
        Row(answers=answers("redirect", **guests(200))),
        Row(answers=answers("redirect", **guests(200)), method="post"),
    ],
    "guest:mail": Row(answers=answers("redirect"), method="post"),
    "guest:keep": Row(answers=answers("redirect"), method="post"),
    "guest:end": [
        Row(answers=answers("redirect", **guests(200))),
        Row(answers=answers("redirect"), method="post"),
    ],
    "guest:ended": OPEN,
    "guest:redeem": [OWN_PAGE, Row(answers=signed_in(200), method="post")],
}

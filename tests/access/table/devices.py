"""Hints on devices: everybody with an account has their own."""

from tests.access.table.rows import Row, answers, signed_in

TABLE: dict[str, Row | list[Row]] = {
    "notices:device_on": [Row(answers=signed_in(405)), Row(answers=signed_in("redirect"), method="post")],
    "notices:device_renewed": [Row(answers=answers(405)), Row(answers=answers(204), method="post")],  # says nothing
    "notices:device_off": [Row(answers=signed_in(405)), Row(answers=signed_in("redirect"), method="post")],
}

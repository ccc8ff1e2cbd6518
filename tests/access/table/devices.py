"""Hints on devices: everybody with an account has their own."""

from tests.access.table.rows import Row, signed_in

TABLE: dict[str, Row | list[Row]] = {
    "notices:device_on": [Row(answers=signed_in(405)), Row(answers=signed_in("redirect"), method="post")],
    "notices:device_off": [Row(answers=signed_in(405)), Row(answers=signed_in("redirect"), method="post")],
}

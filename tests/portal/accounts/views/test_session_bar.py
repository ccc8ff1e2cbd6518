from datetime import timedelta

from django.urls import clear_script_prefix, set_script_prefix
from django.utils import timezone

from portal.accounts.views.session_bar import _fixed_parts, seconds_left, session_bar


def test_bar_of_a_visitor_holds_the_way_out_only():
    bar = session_bar(None)
    assert 'action="/konto/verlassen/"' in bar
    assert "data-session" not in bar
    assert "csrf" not in bar


def test_bar_names_the_end_and_counts_in_seconds(time_machine):
    time_machine.move_to("2026-11-26 14:00:00+01:00", tick=False)
    bar = session_bar(timezone.now() + timedelta(minutes=29))
    assert "Sie bleiben bis 14:29\xa0Uhr angemeldet." in bar
    assert 'data-session="1740" data-warning="300"' in bar


def test_nothing_is_left_after_the_end():
    assert seconds_left(timezone.now() - timedelta(minutes=1)) == 0


def test_addresses_leave_the_space_of_another_person():
    set_script_prefix("/fuer/5b0c1c1e-0000-4000-8000-000000000000/")
    try:
        _fixed_parts.cache_clear()
        bars = session_bar(None), session_bar(timezone.now())
    finally:
        clear_script_prefix()
    assert "fuer" not in "".join(bars)
    assert session_bar(None) == bars[0]

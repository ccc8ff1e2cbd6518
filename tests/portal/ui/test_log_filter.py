import logging

from portal.ui.log_filter import NoSocialData


def cleaned(message, *args, **extra):
    record = logging.LogRecord("test", logging.INFO, __file__, 1, message, args, None)
    record.__dict__.update(extra)
    assert NoSocialData().filter(record)
    return record


def test_query_strings_are_cut():
    assert cleaned("Not Found: %s", "/suche/?name=Erika&iban=DE02").getMessage() == "Not Found: /suche/?…"


def test_line_breaks_cannot_fake_a_second_line():
    assert cleaned("name: %s", "x\r\nERROR forged").getMessage() == "name: x\\r\\nERROR forged"


def test_requests_are_dropped():
    assert not hasattr(cleaned("x", request=object()), "request")


def test_exceptions_keep_their_place_but_not_their_text():
    try:
        int("IBAN DE02120300000000202051")
    except ValueError as error:
        record = cleaned("failed", exc_info=(type(error), error, error.__traceback__))
    assert record.exc_info is None
    assert record.exc_text.endswith("test_exceptions_keep_their_place_but_not_their_text\nValueError")

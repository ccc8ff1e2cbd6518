"""Keeps social data and forged lines out of the logs."""

from __future__ import annotations

import logging
import re
from types import TracebackType

_QUERY = re.compile(r"\?[^\s\"'<>]*")
_LINE_BREAKS = str.maketrans({"\r": "\\r", "\n": "\\n", "\x00": "\\0"})


class NoSocialData(logging.Filter):
    """Cuts query strings, drops request objects and writes line breaks visibly; never loses a record.

    Django attaches the request to its records and prints paths with their query string: both may carry what a person
    typed. A forged line break would fake a second log line (ASVS 16.4.1). Exception texts are cut to their type,
    because a database or validation error repeats the value that failed; the lines of the traceback stay.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record in place and let it pass."""
        message = record.getMessage() if record.args else str(record.msg)
        record.msg = _QUERY.sub("?…", message).translate(_LINE_BREAKS)
        record.args = None
        record.__dict__.pop("request", None)
        if record.exc_info and record.exc_info[0]:
            record.exc_text = _frames(record.exc_info[0], record.exc_info[2])
            record.exc_info = None
        return True


def _frames(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the traceback as ``file:line function`` lines and the type of the exception, without its text."""
    lines = []
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join([*lines, kind.__qualname__])

"""``python -m benchmarks [wizard|receipt|documents|row_security|appointments]``; without a name all of them."""

import importlib
import importlib.util
import sys

from benchmarks.measure import report

# Modules of each name, one after the other; one that is not there (yet) is left out.
PARTS = {
    "wizard": ("wizard",),
    "receipt": ("receipt",),
    "documents": ("documents",),
    "row_security": ("row_security",),
    "appointments": ("appointments", "appointments_race"),
}

if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        for part in PARTS[name]:
            if importlib.util.find_spec(f"benchmarks.{part}"):
                report(importlib.import_module(f"benchmarks.{part}").run())

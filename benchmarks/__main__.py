"""``python -m benchmarks [wizard|receipt|documents|row_security]``; without a name all of them."""

import importlib
import sys

from benchmarks.measure import report

NAMES = ("wizard", "receipt", "documents", "row_security")

if __name__ == "__main__":
    for name in sys.argv[1:] or NAMES:
        report(importlib.import_module(f"benchmarks.{name}").run())

"""``python -m ops.mock_bundid serve|keys --folder FOLDER [--port N]``: for the demo."""

from __future__ import annotations

import argparse
from pathlib import Path

from ops.mock_bundid.keys import stored_pair
from ops.mock_bundid.server import MockBundId


def main() -> None:
    """Make the keys of both sides in ``--folder`` and, with ``serve``, answer on ``--port`` until a signal ends it."""
    parser = argparse.ArgumentParser(prog="python -m ops.mock_bundid", description=__doc__)
    parser.add_argument("action", choices=("keys", "serve"))
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--port", type=int, default=0)
    options = parser.parse_args()
    portal, bundid = stored_pair(options.folder, "portal"), stored_pair(options.folder, "bundid")
    if options.action == "serve":
        MockBundId(options.port, pair=bundid, portal_certificates=[portal.certificate]).serve_forever()


if __name__ == "__main__":
    main()

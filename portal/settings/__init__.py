"""Settings: ``base`` is the sum of the parts by concern; ``demo``, ``test`` and ``production`` say what differs."""

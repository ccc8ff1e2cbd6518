"""Values that keep their content to themselves."""

from msgspec import Struct


class Discreet(Struct, frozen=True):
    """A value that shows nothing but its name in a log or a trace: secrets, names, what speaks of health."""

    def __repr__(self) -> str:
        """The name of the class."""
        return f"{type(self).__name__}()"

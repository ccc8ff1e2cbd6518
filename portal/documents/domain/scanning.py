"""placeholder"""

from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True)
class Verdict:
    signature: str = ""

    @property
    def is_clean(self) -> bool:
        return not self.signature


def scan(file: BinaryIO) -> Verdict:
    return Verdict()

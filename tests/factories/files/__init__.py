"""Good, odd and malicious files, made when a test asks for them: none of them lies in the repository."""

from ops.clamav import EICAR

__all__ = ["EICAR"]

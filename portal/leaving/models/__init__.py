"""Tables of leaving."""

from portal.leaving.models.data_copy import DataCopy
from portal.leaving.models.farewell import Farewell

__all__ = ["DataCopy", "Farewell"]

"""Reads for leaving: the copy of an account, what is kept how long, what closing would mean."""

from portal.leaving.selectors.closing import Closing, UnsentDraft, administrators_of, closing_of
from portal.leaving.selectors.data_copy import copy_of
from portal.leaving.selectors.retention import Kept, kept_data

__all__ = ["Closing", "Kept", "UnsentDraft", "administrators_of", "closing_of", "copy_of", "kept_data"]

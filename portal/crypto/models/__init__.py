"""Encrypted model fields and the keysets behind them."""

from portal.crypto.models.fields import EncryptedJSONField, EncryptedTextField, FileKeyField
from portal.crypto.models.holdings import Holding, declare_holdings

__all__ = ["EncryptedJSONField", "EncryptedTextField", "FileKeyField", "Holding", "declare_holdings"]

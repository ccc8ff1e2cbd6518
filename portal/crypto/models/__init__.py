"""Encrypted model fields and the keysets behind them."""

from portal.crypto.models.fields import EncryptedJSONField, EncryptedTextField

__all__ = ["EncryptedJSONField", "EncryptedTextField"]

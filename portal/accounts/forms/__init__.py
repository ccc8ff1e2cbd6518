"""allauth's forms in the look and the words of the portal. ``ACCOUNT_FORMS`` in the settings names them."""

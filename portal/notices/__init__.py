"""Tells people that something is in the portal, without saying what: e-mail now, push and SMS later."""

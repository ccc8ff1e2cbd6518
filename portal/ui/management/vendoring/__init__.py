"""Cutting the design system and its fonts down to what the portal uses. Needs the development requirements."""

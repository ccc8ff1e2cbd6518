"""Everything that sets the portal up, starts it, tests it and ships it; nothing here is imported by the portal."""

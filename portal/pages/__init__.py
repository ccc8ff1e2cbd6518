"""Public pages and everything around them: home, contact, legal pages, health, error pages. May import every app."""

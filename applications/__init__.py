"""Benefit applications: the catalogue of forms, the wizard, the claim, the law, plausibility and triage."""

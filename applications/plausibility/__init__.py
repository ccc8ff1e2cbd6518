"""Plausibility checks: pure rules over a claim that inform staff and claimant; a rule never decides or blocks."""

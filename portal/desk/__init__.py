"""The desk of the members of staff: work overview, triage list, case page, set-up for administrators."""

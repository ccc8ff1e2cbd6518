"""The claim: the typed, frozen snapshot that answers become; checks, export and receipt read it."""

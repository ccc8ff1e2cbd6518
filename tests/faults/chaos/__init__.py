"""An app for the fault tests: jobs whose handler counts how often it had an effect."""

"""Commands for developers who renew the vendored design system."""

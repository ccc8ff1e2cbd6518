"""An invented BundID for the demo and for tests: it checks what it is asked, signs and encrypts what it answers.

Nothing here is used in production; the portal trusts it only where an operator names its certificate.
"""

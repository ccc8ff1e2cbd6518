"""What every page is made of: KERN form rendering, template tags, security headers. Knows no app of the portal."""

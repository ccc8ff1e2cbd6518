"""What people type around cases and their access."""

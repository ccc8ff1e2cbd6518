"""What happens to sealed rows when keys change."""

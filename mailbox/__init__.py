"""The secure postbox: threads between a household and its jobcenter, and what lies in them."""

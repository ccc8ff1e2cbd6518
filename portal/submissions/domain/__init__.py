"""Reference numbers, codes and what a receipt says."""

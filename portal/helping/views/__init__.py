"""Pages of people who help and are helped."""

"""Everything a person hands in: one row with reference number, time and files, its receipt, and the public check."""

"""Who can sign in, and the offices they belong to: users, jobcenters, offices, teams, staff membership."""

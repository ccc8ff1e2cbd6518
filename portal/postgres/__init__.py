"""What we ask of PostgreSQL beyond Django: connections that notice a restart, reads compiled once."""

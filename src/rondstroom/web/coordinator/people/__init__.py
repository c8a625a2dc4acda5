"""Who is available and unused: counted for all, named for who is open to the region."""

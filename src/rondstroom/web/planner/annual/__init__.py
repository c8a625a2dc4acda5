"""Annual hours: where the people of a team stand this year."""

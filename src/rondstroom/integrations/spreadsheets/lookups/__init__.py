"""What the platform knows already, fetched once per import."""

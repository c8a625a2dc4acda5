"""What contracts of one's own people ask by a day, and letters that were sent."""

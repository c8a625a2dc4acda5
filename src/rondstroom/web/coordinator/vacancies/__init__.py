"""The vacancies of the region: where they are, who waits, and two as one job for somebody."""

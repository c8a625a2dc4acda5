"""What people are told and ask: inbox, preferences, quiet hours, outbox, questions with a term."""

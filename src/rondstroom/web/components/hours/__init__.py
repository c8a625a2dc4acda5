"""Hours as several desks show them: the form to tell them, and balances of annual hours."""

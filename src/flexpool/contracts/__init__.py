"""Contract and lending law, VAT on lent staff and the price of a lent hour. Advice, no verdicts."""

"""Rules that the tables of the pricing leave out: week totals, free weekends, nights, the law."""

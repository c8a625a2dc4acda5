"""Who lends to whom, at what price, on which VAT ground, and the suppliers."""

"""Which row holds the headings, what each column is, and which rows are data."""

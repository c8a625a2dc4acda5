"""The wage before tax: salary scales, allowances over the year, and the minimum wage."""

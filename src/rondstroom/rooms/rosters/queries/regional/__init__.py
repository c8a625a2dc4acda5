"""The region as a whole: what is open and filled, and who works for whom. Figures, no names."""

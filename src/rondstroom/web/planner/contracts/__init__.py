"""What contracts and the house ask of a roster."""

"""What demand is worth: prices of places, and how a bound is raised by them."""

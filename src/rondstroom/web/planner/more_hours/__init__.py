"""Who wants more hours, for the desk that has them."""

"""What goes in and out, as values that check themselves."""

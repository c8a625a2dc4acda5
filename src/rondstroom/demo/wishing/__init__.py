"""What people of the demo ask for themselves: questions, swaps, wishes, more hours."""

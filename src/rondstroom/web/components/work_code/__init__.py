"""What the desks share to show and draw up a work code."""

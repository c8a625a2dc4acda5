"""What the state pays back: benefits for care insurance, rent, children and child care."""

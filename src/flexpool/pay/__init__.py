"""What work pays and costs: pay, tax, benefits, pension, self-employment, employer's cost."""

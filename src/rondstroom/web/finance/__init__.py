"""What people cost: a lasting worker against today's hire, per function and team."""

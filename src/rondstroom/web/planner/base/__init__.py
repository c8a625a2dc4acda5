"""What a team needs, in versions, and letting its shifts follow that."""

"""`rondstroom pay …`: what work pays and costs. Needs no database; one module per command."""

"""The catalogue of functions and competences, by command."""

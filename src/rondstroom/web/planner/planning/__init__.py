"""Asking the engine for a roster, following it, and deciding on what it proposes."""

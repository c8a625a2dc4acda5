"""The desk of HR: who checks evidence, decides, and says what is taken over from others."""

"""What work really pays: two calculators for anybody, which keep nothing of what is filled in."""

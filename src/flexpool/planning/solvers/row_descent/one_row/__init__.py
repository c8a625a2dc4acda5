"""The cheapest row of one worker that keeps to all limits, or a stretch of it."""

"""What the worker can show: claims that HR looks at."""

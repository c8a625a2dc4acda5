"""What the worker works: on the screen and in a calendar."""

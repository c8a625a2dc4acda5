"""What HR agrees: on which days somebody can be asked, and the work code."""

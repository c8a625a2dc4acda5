"""What a shift pays the worker: from the own wage, which only the worker sees."""

"""Who may work a shift and why not; requests, instant booking, candidates in order with reasons."""

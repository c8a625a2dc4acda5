"""The demo region as plain values: people, demand, rosters and absence, made up but lawful."""

"""The allowance for irregular hours (onregelmatigheidstoeslag, ORT) of a shift."""

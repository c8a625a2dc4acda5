"""The hours of the organisation's shifts and people: agree, talk, correct, tell on behalf."""

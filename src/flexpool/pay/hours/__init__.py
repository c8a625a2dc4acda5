"""What more or fewer hours really bring in: from contract to disposable income.

`compare.compare_hours(Situation(...))` gives an `HoursResult`.
"""

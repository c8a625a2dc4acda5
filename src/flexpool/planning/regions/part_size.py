"""How many workers are planned together: as many as can be in a few seconds."""

from __future__ import annotations

from flexpool.planning.regions.errands import Planned

SIZE, SMALLEST, LARGEST = 24, 12, 120
QUICK_SECONDS, SLOW_SECONDS = 2.0, 5.0


class PartSize:
    """The size of parts, which learns from those that were planned."""

    def __init__(self) -> None:
        self.most = float(SIZE)

    def learn(self, answer: Planned) -> None:
        """Take in how long a part took; one far below the size tells nothing of larger ones."""
        if answer.seconds < QUICK_SECONDS and len(answer.rows) > self.most / 2:
            self.most = min(LARGEST, self.most * 1.03)
        elif answer.seconds > SLOW_SECONDS:
            self.most = max(SMALLEST, self.most * 0.95)

    def pieces(self, rows: list[int]) -> list[list[int]]:
        """Divide rows in pieces of at most this size, each spread over all of them."""
        count = -(-len(rows) // int(self.most))
        return [rows[first::count] for first in range(count)]

"""The one judge, and the referee of a run who lets only judged rosters through."""

from flexpool.planning.scoring.judge import JudgedOtherwise, Score, confirm, judge, judge_worker
from flexpool.planning.scoring.referee import Prices, Referee

__all__ = ["JudgedOtherwise", "Prices", "Referee", "Score", "confirm", "judge", "judge_worker"]

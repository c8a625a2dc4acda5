"""The one judge, and the referee of a run who lets only judged rosters through."""

from flexpool.planning.scoring.judge import JudgedOtherwise, Score, confirm, judge, judge_worker
from flexpool.planning.scoring.referee import Referee

__all__ = ["JudgedOtherwise", "Referee", "Score", "confirm", "judge", "judge_worker"]

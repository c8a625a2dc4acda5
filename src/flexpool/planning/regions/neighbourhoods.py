"""Divides a region where it divides: posts that share few workers come into different parts.

A post is a place together with a function. Posts that share no worker, not even by way of others,
are different components and never meet. Within a component those that share most come together
first, up to a size that is solved well at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np

from flexpool.planning.problem import Kind, Problem, Worker

Post = tuple[str, str, str]


class Posts:
    """The posts of a region, who is at home where, and who can come.

    Parameters
    ----------
    problem
        The region.
    """

    def __init__(self, problem: Problem) -> None:
        posts: dict[Post, int] = {}
        self.of_kind = {
            kind.id: posts.setdefault(_post(kind), len(posts)) for kind in problem.kinds
        }
        self.count = len(posts)
        everywhere = tuple(range(self.count))
        self.reach = [self._reach(worker, everywhere) for worker in problem.workers]
        order = {kind.id: number for number, kind in enumerate(problem.kinds)}
        self.home = [self._home(worker, order) for worker in problem.workers]

    def _reach(self, worker: Worker, everywhere: tuple[int, ...]) -> tuple[int, ...]:
        if worker.kinds is None:
            return everywhere
        return tuple(sorted({self.of_kind[kind] for kind in worker.kinds}))

    def _home(self, worker: Worker, order: dict[str, int]) -> int:
        """Give the post whose work costs this worker least: no travel, own function."""
        kinds = order if worker.kinds is None else worker.kinds
        if not kinds:
            return 0
        nearest = min(kinds, key=lambda kind: (worker.kind_cost.get(kind, 0), order[kind]))
        return self.of_kind[nearest]

    def shared(self, rng: np.random.Generator | None = None) -> list[tuple[int, int]]:
        """Give the pairs of posts that share workers, those that share most first.

        With a generator each worker counts for a random part: other divisions come out.
        """
        pairs: defaultdict[tuple[int, int], float] = defaultdict(float)
        for home, reach in zip(self.home, self.reach, strict=True):
            weight = 1.0 if rng is None else rng.random() ** 2
            for post in reach:
                if post != home:
                    pairs[min(home, post), max(home, post)] += weight
        return sorted(pairs, key=lambda pair: (-pairs[pair], pair))


def _post(kind: Kind) -> Post:
    """Give the post of a kind; without place or function a kind goes by its organisation."""
    return kind.organisation, kind.place, kind.function


def divide(posts: Posts, most: float, rng: np.random.Generator | None = None) -> list[list[int]]:
    """Give parts as lists of posts, each with at most so many workers at home in it.

    With an infinite size these are the connected components.
    """
    staff = Counter(posts.home)
    parent = list(range(posts.count))
    size = [staff[post] for post in range(posts.count)]
    for one, other in posts.shared(rng):
        first, second = _root(parent, one), _root(parent, other)
        if first != second and size[first] + size[second] <= most:
            parent[second] = first
            size[first] += size[second]
    parts: dict[int, list[int]] = {}
    for post in range(posts.count):
        parts.setdefault(_root(parent, post), []).append(post)
    return list(parts.values())


def _root(parent: list[int], post: int) -> int:
    while parent[post] != post:
        parent[post] = parent[parent[post]]
        post = parent[post]
    return post


def at_home(posts: Posts, part: Iterable[int]) -> list[int]:
    """Give the rows of the workers who are at home in a part."""
    inside = set(part)
    return [row for row, home in enumerate(posts.home) if home in inside]

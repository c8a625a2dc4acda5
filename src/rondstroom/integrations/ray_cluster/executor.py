"""Does the errands of a regional plan on the machines of a Ray cluster.

An errand carries all it needs and leaves nothing behind, so Ray may do it again wherever there is
room: a machine that is lost costs the time of its errands and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import ray

from flexpool.planning.regions.executor import (
    LOOK_EVERY_SECONDS,
    Errand,
    do,
    never,
    next_of,
)

RETRIES = 5
"""How often an errand is done again when its machine is lost."""


class OnRay:
    """Does errands on a Ray cluster, one per processor.

    Parameters
    ----------
    address
        Of the cluster, as `host:port`; "local" starts one on this machine.
    """

    def __init__(self, address: str) -> None:
        ray.init(
            address=None if address == "local" else address,
            log_to_driver=False,
            include_dashboard=False if address == "local" else None,
            ignore_reinit_error=True,
        )
        self._do = ray.remote(num_cpus=1, max_retries=RETRIES)(do)

    @property
    def places(self) -> int:
        """The processors of all machines that are there now."""
        return max(1, int(ray.cluster_resources().get("CPU", 1)))

    def each(
        self, errands: Iterator[Errand], is_over: Callable[[], bool] = never
    ) -> Iterator[tuple[Errand, Any]]:
        """Give each errand with its answer as soon as it is done."""
        waiting: dict[ray.ObjectRef, Errand] = {}
        more = True
        while more or waiting:
            if more:
                drawn, more = next_of(errands, self.places - len(waiting))
                waiting |= {self._do.remote(errand): errand for errand in drawn}
            for done in self._done_of(list(waiting)):
                yield waiting.pop(done), ray.get(done)
            if waiting and is_over():
                for one in waiting:
                    ray.cancel(one, force=True)
                return

    @staticmethod
    def _done_of(waiting: list[ray.ObjectRef]) -> list[ray.ObjectRef]:
        """Give one that is done, if any is within a moment."""
        if not waiting:
            return []
        done: list[ray.ObjectRef] = ray.wait(waiting, num_returns=1, timeout=LOOK_EVERY_SECONDS)[0]
        return done

    def __enter__(self) -> OnRay:
        return self

    def __exit__(self, *failure: object) -> None:
        ray.shutdown()

"""A region planned in one process, on two Ray nodes, and on two of which one is killed.

    ./run python benchmarks/region_cluster.py [--staff 200] [--gap 0.03] [--seconds 900] [--seed 1]

All run until the gap between roster and bound is small enough: same quality, other times. Needs the
extra `cluster`; starts two nodes with one processor each on this machine.
"""

from __future__ import annotations

import argparse
import os
import threading
from collections.abc import Callable
from functools import partial

import ray
from ray.cluster_utils import Cluster
from stage import asked, write_part

from flexpool.planning import MaxRuntime, Problem, Result
from flexpool.planning.regions import Executor, Here, RegionParams, solve_region
from flexpool.planning.regions.generator import Recipe, generate
from rondstroom.integrations.ray_cluster.executor import OnRay

TITLE = "A region on a cluster"
KILL_AFTER_SECONDS = 10.0


def run(problem: Problem, executor: Executor, arguments: argparse.Namespace) -> Result:
    """Plan the region until the gap is small enough."""
    stop, params = MaxRuntime(arguments.seconds), RegionParams(gap=arguments.gap)
    return solve_region(problem, stop, arguments.seed, executor, params)


def on_two_nodes(problem: Problem, arguments: argparse.Namespace, kills: bool) -> Result:
    """Plan the region on two nodes; kill the second one on the way when told to."""
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    second = cluster.add_node(num_cpus=1)
    cluster.wait_for_nodes()
    try:
        with OnRay(cluster.address) as executor:
            assert executor.places == 2, "two nodes, one processor each"
            list(executor.each(partial(abs, number) for number in range(2)))  # wakes both nodes
            if kills:
                threading.Timer(KILL_AFTER_SECONDS, cluster.remove_node, (second, False)).start()
            return run(problem, executor, arguments)
    finally:
        cluster.shutdown()


def main() -> None:
    """Measure the three and write the page."""
    parser = asked(__doc__)
    parser.add_argument("--staff", type=int, default=200)
    parser.add_argument("--gap", type=float, default=0.03)
    parser.add_argument("--seconds", type=float, default=900)
    arguments = parser.parse_args()
    problem = generate(Recipe(arguments.staff), arguments.seed)
    ways: dict[str, Callable[[], Result]] = {
        "one process": lambda: run(problem, Here(), arguments),
        "two Ray nodes": lambda: on_two_nodes(problem, arguments, kills=False),
        f"two, one killed after {KILL_AFTER_SECONDS:g} s": lambda: on_two_nodes(
            problem, arguments, kills=True
        ),
    }
    part = f"{arguments.staff} workers until the gap is {arguments.gap:.1%}, seed {arguments.seed}"
    lines = [
        f"28 days, Ray {ray.__version__}. {arguments.remark}".strip(),
        "",
        "| on | objective | bound | gap | wall s | errands' cpu s | load |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name, way in ways.items():
        result = way()
        busy = result.statistics["cpu_plan"] + result.statistics["cpu_bound"]
        gap = "-" if result.gap is None else f"{result.gap:.1%}"
        lines.append(
            f"| {name} | {result.objective} | {result.bound:g} | {gap} "
            f"| {result.seconds:.0f} | {busy:.0f} | {os.getloadavg()[0]:.1f} |"
        )
        print(lines[-1], flush=True)
        write_part("region-cluster.md", TITLE, part, lines, arguments.results)


if __name__ == "__main__":
    main()

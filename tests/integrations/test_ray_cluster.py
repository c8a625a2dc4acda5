"""Planning on a Ray cluster, on two nodes of this machine; skipped where Ray is not installed."""

import time
from collections.abc import Iterator
from functools import partial
from operator import mul
from types import ModuleType

import pytest

from flexpool.planning import MaxRuntime, judge
from flexpool.planning.regions import RegionParams, solve_region
from unit.planning.regions.made_up import two_places

ray = pytest.importorskip("ray", reason="the optional extra `cluster` is not installed")


@pytest.fixture
def adapter(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The adapter; importing it asks for Ray."""
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    return pytest.importorskip("rondstroom.integrations.ray_cluster.executor")


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a cluster of two nodes with one processor each."""
    cluster = pytest.importorskip("ray.cluster_utils").Cluster(
        initialize_head=True, head_node_args={"num_cpus": 1}
    )
    cluster.add_node(num_cpus=1)
    cluster.wait_for_nodes()
    yield cluster.address
    cluster.shutdown()


@pytest.mark.enable_socket
def test_a_region_is_planned_on_two_nodes_as_it_is_here(adapter: ModuleType, address: str) -> None:
    problem = two_places()
    with adapter.OnRay(address) as executor:
        assert executor.places == 2
        answers = executor.each(partial(mul, number, number) for number in range(5))
        assert sorted(answer for _, answer in answers) == [0, 1, 4, 9, 16]
        result = solve_region(
            problem, MaxRuntime(120), executor=executor, params=RegionParams(gap=0.02)
        )
    assert result.roster is not None
    assert judge(problem, result.roster).objective == result.objective


@pytest.mark.enable_socket
def test_what_is_under_way_on_a_cluster_is_left_undone_when_it_is_over(
    adapter: ModuleType, address: str
) -> None:
    answers: list[int] = []
    with adapter.OnRay(address) as executor:
        errands = iter([partial(mul, 2, 3), partial(time.sleep, 300), partial(time.sleep, 300)])
        for _, answer in executor.each(errands, lambda: bool(answers)):
            answers.append(answer)
        began = time.perf_counter()
        more = executor.each(partial(mul, number, number) for number in range(2))
        assert sorted(answer for _, answer in more) == [0, 1]
        assert time.perf_counter() - began < 100
    assert answers == [6]

"""Work done again and again by `manage.py periodic`: each app registers its functions."""

from collections.abc import Callable

_jobs: dict[str, Callable[..., object]] = {}


def register(name: str, job: Callable[..., object]) -> None:
    """`job(now=…)` is called at every round; registering a name again replaces it."""
    _jobs[name] = job


def jobs() -> dict[str, Callable[..., object]]:
    return dict(_jobs)

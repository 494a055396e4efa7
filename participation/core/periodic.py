"""Work done again and again by `manage.py periodic`: each app registers its functions."""

from collections.abc import Callable

_jobs: dict[str, Callable[..., object]] = {}
_last: set[str] = set()


def register(name: str, job: Callable[..., object], *, is_last: bool = False) -> None:
    """`job(now=…)` is called at every round; registering a name again replaces it.

    One that waits for somebody else's machine `is_last`: the site's own work does not wait for it.
    """
    _jobs[name] = job
    (_last.add if is_last else _last.discard)(name)


def jobs() -> dict[str, Callable[..., object]]:
    """By name, in the order they run."""
    return dict(sorted(_jobs.items(), key=lambda entry: (entry[0] in _last, entry[0])))

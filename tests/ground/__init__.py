"""The ground everything stands on: settings, tools, locks, documents."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def sample_environment() -> dict[str, str]:
    """The variables of `tools/sample.env`."""
    lines = (ROOT / "tools" / "sample.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))

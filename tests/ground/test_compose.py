"""The file Docker Compose reads: no key twice, and a database made ready before anything serves."""

import re

from tests.ground import ROOT

KEY = re.compile(r"^( *)([\w.-]+):(?:\s|$)")


def keys_given_twice(text: str) -> list[str]:
    """The dotted keys that stand twice in their mapping, told by their indentation."""
    seen: set[tuple] = set()
    twice = []
    above: list[tuple[int, str]] = []
    for line in text.splitlines():
        found = KEY.match(line)
        if not found:
            continue
        depth, name = len(found[1]), found[2]
        above = [one for one in above if one[0] < depth]
        path = (*(one[1] for one in above), name)
        if path in seen:
            twice.append(".".join(path))
        seen.add(path)
        above.append((depth, name))
    return twice


def test_a_key_given_twice_is_seen():
    assert keys_given_twice("a:\n  b: 1\nc:\n  b: 1\n  b: 2\n") == ["c.b"]


def test_no_key_stands_twice():
    assert keys_given_twice((ROOT / "compose.yaml").read_text()) == []


def test_the_site_is_set_up_before_it_serves():
    text = (ROOT / "compose.yaml").read_text()
    assert text.index("manage.py migrate") < text.index("manage.py setup_site")
    assert text.count("condition: service_completed_successfully") == 2

"""docs/permissions.md: what each address answered each role in a crawl."""

from collections import Counter
from pathlib import Path

from .canaries import ROLES
from .judging import METHODS, Crawl

PAGE = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
HEAD = """# Who gets what from which address

Written by `make crawl`. The crawler takes every address of the resolver, fills it with objects of a quartier that is
not the deputy's, and calls it as each role. What is behind a door stands in [roles.md](roles.md); here is what really
came out.

GET / HEAD / POST: the status, one where the three are alike; `login` is the way to the sign-in page, `*` a POST that
changed something. No GET and no HEAD changed a row or a file. No call of this table gave away one word of the other
quartier's drafts, private pages, documents, answers or accounts to who may not read them.

"""


def page(crawl: Crawl) -> str:
    lines = [
        HEAD,
        _totals(crawl),
        "\n\n",
        "| address | " + " | ".join(ROLES) + " |\n",
        "| --- |" + " --- |" * len(ROLES) + "\n",
    ]
    for key in sorted({address.key for address in crawl.addresses}):
        cells = [_cell(crawl, key, role) for role in ROLES]
        lines.append(f"| `{key}` | " + " | ".join(cells) + " |\n")
    return "".join(lines)


def differences(crawl: Crawl) -> list[str]:
    """Which calls of this crawl came out otherwise than the page says, and which addresses it does not have."""
    said = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            key, *cells = (cell.strip() for cell in line.strip("| ").split(" | "))
            for role, cell in zip(ROLES, cells, strict=True):
                words = cell.split(" / ")
                said |= {
                    (key.strip("`"), role, method): words[number % len(words)] for number, method in enumerate(METHODS)
                }
    return [
        f"{role} {method} {key}: {seen.word}, not {said.get((key, role, method))}"
        for (key, role, method), seen in crawl.seen.items()
        if role in ROLES and said.get((key, role, method)) != seen.word
    ]


def _cell(crawl: Crawl, key: str, role: str) -> str:
    words = [crawl.seen[key, role, method].word for method in METHODS if (key, role, method) in crawl.seen]
    if len(set(words)) == 1:
        return words[0]
    return " / ".join(words) or "–"


def _totals(crawl: Crawl) -> str:
    methods = Counter(method for _key, _role, method in crawl.seen)
    told = ", ".join(f"{number} {method}" for method, number in sorted(methods.items()))
    names = len({address.name for address in crawl.addresses})
    return (
        f"{names} named addresses, {len(crawl.addresses)} ways to call them, {len(ROLES)} roles: "
        f"{len(crawl.seen)} calls ({told})."
    )

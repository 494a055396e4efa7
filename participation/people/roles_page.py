"""`docs/roles.md`, written from the tables the rights themselves come from: it cannot say anything else."""

from collections import defaultdict
from collections.abc import Iterable

from . import doors
from .door_table import DOORS
from .groups import DEPUTY, DEPUTY_PUBLISHING, DEPUTY_SHARED_FILES, RIGHTS, Role

NAMES = {**{str(role): role.label for role in Role}, doors.DEPUTY: "Adjoint·e"}
INTRODUCTION = """# Who may do what

Written by `manage.py roles --write` from `participation/people/groups.py` (rights) and
`participation/people/door_table.py` (addresses); a test says when it is no longer current. Names of groups are French
because staff read them in the CMS.

- **Five staff groups**, installed and brought back to the table by `manage.py setup_site`. A person may be in several.
- **Deputies**: one group per quartier, filled and emptied by the dates of portfolios and absences alone, at the minute;
  nobody is put in it or taken out by hand (`participation/quartiers/rights.py`). On the days of an absence the rights
  are the replacement’s.
- **Officers** (*Agents*) establish ties to the city: they print and post letters, check documents at a counter, record
  lawful lists. They read the names and addresses that takes, each reading is written down, and nothing else: no page,
  no answer, no account. Administration records and deletes lists, and reads no address.
- **Residents** need no account and never enter the office.
- Rights given to other groups open no door: an address of the office is called by the roles below or by nobody. A
  superuser passes as administration.
- Review is one workflow over the whole tree, *Relecture par la communication*: what writing and deputies submit,
  communications or administration approves.
- Before the close, an export asks for the right to partial results too. A long one, prepared apart, is for who ordered
  it and for administration; the right is asked for again when it is made and at each download.
- The register of personal data, the visas of the archives and the log of acts on personal data are administration’s:
  the data-protection officer is given that role. Opening the log is itself written in it, and the database refuses to
  change or delete an entry (`participation/core/append_only.py`).
- An account deleted in the office is emptied: public acts keep a generated pseudonym, and the log stays whole.
- What nobody can do from the CMS: change or delete an answer, a version, a change of window or an entry of the log.
"""
ABOUT_DEPUTIES = """## Deputies, object by object

What a deputy calls must also be hers. An object out of reach and one that never existed give the same 404. She reads
titles as published, chooses only images and documents of her collection or of the one all quartiers share, and what she
sends is held to the same limits. Pages every quartier has (its own, its news, its agenda) are never deleted or taken
offline by her.
"""


def content() -> str:
    """The whole page."""
    parts = [INTRODUCTION, *_rights(), *_doors(), ABOUT_DEPUTIES, *_rules(), *_bonds()]
    return "\n".join(parts).rstrip() + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _head(first: str) -> list[str]:
    names = [first, *(f"*{NAMES[role]}*" for role in doors.ROLES)]
    return [_row(names), _row(["---"] * len(names))]


def _marks(holders: Iterable[str], *, yes: str = "yes") -> list[str]:
    return [yes if role in holders else "" for role in doors.ROLES]


def _rights() -> list[str]:
    rights = {**{str(role): one for role, one in RIGHTS.items()}, doors.DEPUTY: DEPUTY}
    lines = ["## Rights", "", "For a deputy: in her quartier’s pages and collection only.", "", *_head("right")]
    for kind, said in (("pages", "pages: "), ("files", ""), ("permissions", "")):
        names = dict.fromkeys(name for one in rights.values() for name in getattr(one, kind))
        for name in names:
            holders = {role for role, one in rights.items() if name in getattr(one, kind)}
            lines.append(_row([f"{said}`{name}`", *_marks(holders)]))
    shared = ", ".join(f"`{name}`" for name in DEPUTY_SHARED_FILES)
    publishing = ", ".join(f"`{name}`" for name in DEPUTY_PUBLISHING)
    return [
        *lines,
        "",
        f"Besides, a deputy has {shared} in the collection all quartiers share and, only if the city allows it, "
        f"{publishing} on her quartier’s news and agenda.",
        "",
    ]


def _doors() -> list[str]:
    """Addresses by space of names, those with the same roles and rule on one line."""
    spaces: dict[str, dict] = defaultdict(lambda: defaultdict(list))
    for name, door in DOORS.items():
        space, _colon, short = name.rpartition(":")
        spaces[space][door].append(short)
    lines = [
        "## Doors",
        "",
        "Every address under `/admin/`. “hers”: only with objects of her own, see below. One that is not here is shut.",
        "",
        *_head("addresses"),
    ]
    for space, by_door in sorted(spaces.items()):
        for door, names in by_door.items():
            said = f"{space}: " if space else ""
            lines.append(_row([said + ", ".join(f"`{_shown(name)}`" for name in names), *_cells(door)]))
    return [*lines, ""]


def _cells(door: doors.Door) -> list[str]:
    if door.is_for_anybody:
        return ["anybody"] * len(doors.ROLES)
    cells = _marks(door.roles)
    if door.rule and cells[-1]:
        cells[-1] = "hers"
    return cells


def _shown(name: str) -> str:
    """A pattern may hold what a table takes for its own."""
    return name.replace("|", "\\|")


def _rules() -> list[str]:
    said = {}
    for name, door in DOORS.items():
        if door.rule:
            said.setdefault(door.rule, []).append(name)
    lines = [_row(["what she proves", "where"]), _row(["---", "---"])]
    for rule, names in said.items():
        lines.append(_row([rule.__doc__ or rule.__name__, ", ".join(f"`{name}`" for name in names)]))
    return [*lines, ""]


def _bonds() -> list[str]:
    lines = [_row(["what is asked of everybody", "where"]), _row(["---", "---"])]
    for name, door in DOORS.items():
        if door.bond:
            lines.append(_row([door.bond.__doc__ or door.bond.__name__, f"`{name}`"]))
    return lines

"""The doors of the office: which role may call which address under `/admin/`. What the table does not name is shut.

`door_table.py` is the table, `door_rules.py` what limited roles must prove about the objects in an address,
`door_keeper.py` the middleware that asks before each view. `entries()` lists every address of the resolver with
its door.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from participation.editorial.reach import Reach

from .groups import Role

DEPUTY = "deputy"
ROLES = (*Role.values, DEPUTY)
# Roles that see every page: a deputy who has one is not limited to her quartiers.
WHOLE_TREE = frozenset(map(str, (Role.WRITING, Role.COMMUNICATIONS, Role.ADMINISTRATION)))
# Called before anybody is known: signing in.
ANYBODY = "anybody"


@dataclass(frozen=True)
class Door:
    """Who may call an address. `rule` is asked of those who come in as deputies only, `bond` of everybody."""

    roles: frozenset[str]
    rule: Callable | None = None
    bond: Callable | None = None

    @property
    def is_for_anybody(self) -> bool:
        return ANYBODY in self.roles

    @property
    def rule_name(self) -> str:
        return self.rule.__name__ if self.rule else ""


@dataclass(frozen=True)
class Entry:
    """One address of the resolver; `door` is None when the table forgot it."""

    name: str
    pattern: str
    door: Door | None

    @property
    def roles(self) -> frozenset[str]:
        return self.door.roles if self.door else frozenset()


@dataclass(frozen=True)
class Pass:
    """What somebody brings to a door."""

    roles: frozenset[str]
    reach: Reach | None = None

    @property
    def is_limited(self) -> bool:
        """Whether her quartiers are all she sees of the tree of pages."""
        return DEPUTY in self.roles and not self.roles & WHOLE_TREE


_limits: list[Callable[..., Reach | None]] = []


def limit_by(reach_of: Callable[..., Reach | None]) -> None:
    """`reach_of(user, now=…)` says how far somebody reaches as a deputy: None for who is none."""
    if reach_of not in _limits:
        _limits.append(reach_of)


def pass_of(user, *, now: datetime) -> Pass:
    """The roles somebody has this minute, and how far she reaches as a deputy."""
    # Asked first: it may put her groups right.
    reach = next((found for found in (reach_of(user, now=now) for reach_of in _limits) if found), None)
    if user.is_superuser:
        return Pass(frozenset({Role.ADMINISTRATION}), reach)
    labels = {role.label: str(role) for role in Role}
    roles = {labels[name] for name in user.groups.values_list("name", flat=True) if name in labels}
    if reach:
        roles.add(DEPUTY)
    return Pass(frozenset(roles), reach)


def door_named(name: str) -> Door | None:
    """The door of an address, by its name in the resolver or, without one, by its pattern."""
    from .door_table import DOORS

    return DOORS.get(name)


def name_of(match) -> str:
    """The name by which the table knows a resolved address."""
    return match.view_name if match.url_name else match.route


def is_in_office(match) -> bool:
    return match.route.startswith(office_route())


def office_route() -> str:
    return reverse("wagtailadmin_home").lstrip("/")


def may_pass(bearer: Pass, door: Door | None) -> bool:
    """Whether one of the roles opens the door, objects apart."""
    return door is not None and (door.is_for_anybody or bool(door.roles & bearer.roles))


def comes_as_deputy(bearer: Pass, door: Door) -> bool:
    """Whether only the deputy's role opens this door to her: then the objects in the address are looked at."""
    return not door.is_for_anybody and door.roles & bearer.roles == {DEPUTY}


def entries() -> list[Entry]:
    """Every address under `/admin/`, with its door."""
    return [
        Entry(name, pattern, door_named(name))
        for name, pattern in _addresses(get_resolver())
        if pattern.startswith(office_route())
    ]


def _addresses(resolver: URLResolver, prefix: str = "", spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for one in resolver.url_patterns:
        # As ResolverMatch.route puts the parts together.
        pattern = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            yield (":".join((*spaces, one.name)) if one.name else pattern), pattern
        else:
            yield from _addresses(one, pattern, (*spaces, one.namespace) if one.namespace else spaces)

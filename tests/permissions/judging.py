"""The crawl itself: who calls what, and what is a fault."""

from participation.people import doors
from participation.people.groups import Role

from . import expectations, outside, payloads
from .addresses import Address, all_addresses
from .canaries import ANONYMOUS, CHILD, DEPUTY, NEIGHBOUR, RESIDENT, ROLES, World
from .crawling import Caller, Seen, plain_refusals
from .rows import belonging_to, keep_files, rows

RIGHTFUL = str(Role.ADMINISTRATION)
STAFF = tuple(map(str, Role))
METHODS = ("GET", "HEAD", "POST")
# In a sample, each other role takes one address of so many, and one of so many payloads is proved.
SHARES = 8


class Crawl:
    """One walk over the addresses; `seen` keeps what came out, by address, role and method."""

    def __init__(self, world: World, *, names=(), roles=ROLES, full: bool = False) -> None:
        self.world, self.full = world, full
        self.is_sampled = not full and not names
        self.addresses = [one for one in all_addresses(world) if not names or {one.name, one.key} & set(names)]
        self.callers = {role: Caller(role, world, {}) for role in (*ROLES, CHILD, NEIGHBOUR)}
        before = rows()
        kept = keep_files()
        for caller in self.callers.values():
            caller.before, caller.files = before, kept
        self.roles = [role for role in ROLES if role in roles]
        self.others = belonging_to([world.things.user, world.things.child])
        self.seen: dict[tuple[str, str, str], Seen] = {}

    def run(self) -> list[str]:
        """Every fault, in words."""
        faults = []
        with plain_refusals():
            for number, address in enumerate(self.addresses):
                self.turn = number % SHARES if self.is_sampled else None
                is_proved = RIGHTFUL in self.roles and self.turn in (None, 0)
                sent = self._payload(address, is_asked=is_proved)
                if is_proved:
                    faults += self._proof(address, sent)
                for role in self.roles:
                    for method in self._methods(address, role):
                        seen = self.seen.get((address.key, role, method))
                        if seen is None:
                            seen = self.seen[address.key, role, method] = self.callers[role].call(address, method, sent)
                        word = self.fault(address, role, method, seen)
                        if word:
                            faults.append(f"{role} {method} {address.key}: {word} ({seen.word} {seen.location})")
        return faults

    def _payload(self, address: Address, *, is_asked: bool) -> dict:
        if not is_asked or address.name not in expectations.WRITES:
            return payloads.written_for(address, self.world)
        return payloads.sent_to(address, self.world, self.callers[rightful_for(address)])

    def _proof(self, address: Address, sent: dict) -> list[str]:
        """Whether a rightful POST does what the expectations say: what refuses everybody proves nothing."""
        role = rightful_for(address)
        if role is None or not address.is_first:
            return []
        seen = self.callers[role].call(address, "POST", sent)
        self.seen[address.key, role, "POST"] = seen
        told = expectations if address.is_office else outside
        if address.name in told.WRITES and address.key not in told.SAYS:
            is_right = bool(seen.changed)
        elif address.name in told.READS and address.is_office:
            is_right = seen.status == 405
        else:
            is_right = not seen.changed and seen.status < 500
        return [] if is_right else [f"rightful POST {address.key}: not as expected ({seen.word} {seen.location})"]

    def _methods(self, address: Address, role: str) -> tuple[str, ...]:
        """Everything in a full crawl. In a sample the deputy and who is nobody read everywhere, and everybody takes
        turns for the rest; second ways and screens a role opens, rendered at length and theirs to see, are left out."""
        if self.full:
            return METHODS
        has_turn = self.turn is None or ROLES.index(role) % SHARES == self.turn
        if role == DEPUTY:
            return ("GET", "POST") if has_turn or address.name in expectations.WRITES else ("GET",)
        if role == ANONYMOUS and not has_turn:
            return ("GET",)
        if not has_turn or (not address.is_first and address.is_office):
            return ()
        if role == RIGHTFUL:
            return () if is_open(address, role) or not address.is_office else ("GET", "POST")
        if role in STAFF and not address.is_office:
            return ()
        if role in STAFF and is_open(address, role):
            return ("POST",) if address.name in expectations.WRITES else ()
        return ("GET", "POST")

    def fault(self, address: Address, role: str, method: str, seen: Seen) -> str:
        """What is wrong with an answer; empty when it is as it should be."""
        if seen.wrong_headers:
            return f"says in its headers {seen.wrong_headers}"
        if seen.status >= 500:
            return "breaks"
        if seen.changed and not (method == "POST" and may_write(address, role)):
            return f"writes {sorted({key[0] for key in seen.changed})}"
        return _fault_in_office(address, role, seen) if address.is_office else self._fault_outside(address, role, seen)

    def _fault_outside(self, address: Address, role: str, seen: Seen) -> str:
        if seen.changed & self.others and address.name not in outside.BY_LINK:
            return "writes what is another person's"
        return "gives away a canary" if seen.sings else ""


def _fault_in_office(address: Address, role: str, seen: Seen) -> str:
    if is_open(address, role) and role != DEPUTY:
        return "gives away a canary" if seen.sings and role in (ANONYMOUS, RESIDENT) else ""
    if seen.sings:
        return "gives away a canary"
    if not is_open(address, role):
        return "" if seen.is_refused or seen.goes_home else "is not refused"
    door = doors.door_named(address.name)
    if door.rule and address.name not in expectations.OWN_ANSWER and not seen.is_refused:
        return "is not refused"
    return ""


def is_open(address: Address, role: str) -> bool:
    """Whether the door of an address of the office opens to a role."""
    door = doors.door_named(address.name)
    return door is not None and (door.is_for_anybody or role in door.roles)


def rightful_for(address: Address) -> str | None:
    """Who proves that a payload changes something; None when nobody may call the address."""
    if not address.is_office:
        return outside.WRITES.get(address.name, RESIDENT)
    return next((role for role in (RIGHTFUL, *STAFF, DEPUTY) if is_open(address, role)), None)


def may_write(address: Address, role: str) -> bool:
    """Whether what this role sends may change something."""
    if not address.is_office:
        return address.name in outside.WRITES
    if role in (ANONYMOUS, RESIDENT) or address.name not in expectations.WRITES:
        return False
    if role == DEPUTY:
        return address.name in expectations.HER_OWN
    return role in expectations.WRITES[address.name] and is_open(address, role)

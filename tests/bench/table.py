"""One compact table: what was measured, beside what, and the goal."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """A measured figure with its ratio to an anchor, or a limit of its own."""

    name: str
    measured: str
    beside: str = ""
    goal: str = ""
    is_within: bool | None = None

    @property
    def verdict(self) -> str:
        return {True: "ok", False: "OVER", None: ""}[self.is_within]


@dataclass
class Table:
    """Lines under a heading, printed when they are known."""

    heading: str
    lines: list[Line] = field(default_factory=list)

    def add(self, name: str, measured: str, *, beside: str = "", goal: str = "", is_within: bool | None = None) -> None:
        self.lines.append(Line(name, measured, beside, goal, is_within))

    def show(self) -> str:
        rows = [(line.name, line.measured, line.beside, line.goal, line.verdict) for line in self.lines]
        widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
        shown = [f"\n{self.heading}"]
        for row in rows:
            cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
            shown.append("  " + "  ".join([*cells, row[4]]).rstrip())
        return "\n".join(shown)

    @property
    def are_met(self) -> bool:
        return all(line.is_within is not False for line in self.lines)

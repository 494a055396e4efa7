"""Draw the contour lines of an imagined chain of domes: site/static/img/contours.svg, behind the top of pages.

`python tools/contours.py` writes the drawing again, and beside it what a phone shows of it: the thick lines of its
right part, fainter, so that an old phone has not to draw for a second what nobody sees. Heights are a sum of domes and
craters on a swell of the ground; marching squares finds the lines of equal height, which are thinned, rounded into
curves and written with whole numbers. One dome is picked out in lava. The same code always draws the same lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, exp, hypot, sin
from pathlib import Path

DRAWING = Path(__file__).resolve().parent.parent / "site" / "static" / "img" / "contours.svg"
NARROW = DRAWING.with_name("contours-narrow.svg")

WIDTH, HEIGHT, MARGIN = 1600, 760, 40
MESH = 10
STEP = 0.075
LOWEST, HIGHEST = -0.2, 2.2
EVERY = 5
SHOWN_FROM = 700  # what stands further left is never seen on a phone
SHORTEST = 110
APART = 24

FAR = 9  # where a hill no longer shows: sparing it there halves the work

Point = tuple[float, float]


@dataclass(frozen=True)
class Dome:
    """A hill, round but for its lobes; `crater` is the share of its height missing in the middle."""

    x: float
    y: float
    radius: float
    height: float
    crater: float = 0
    lean: float = 0
    stretch: float = 1

    def at(self, x: float, y: float) -> float:
        east, south = x - self.x, y - self.y
        along = (east * cos(self.lean) + south * sin(self.lean)) / self.stretch
        across = (south * cos(self.lean) - east * sin(self.lean)) * self.stretch
        square = (along * along + across * across) / self.radius**2
        if square > FAR:
            return 0
        return self.height * (exp(-square) - self.crater * exp(-16 * square))


PICKED = Dome(1130, 330, 178, 1.5, 0.3, 1.25, 1.12)
CHAIN = (
    PICKED,
    Dome(1175, 90, 105, 0.7, 0, 0.4, 1.15),
    Dome(1400, 200, 120, 0.95, 0.4, 0.2, 1.1),
    Dome(1530, 430, 130, 0.85, 0, 1.0, 1.2),
    Dome(1340, 610, 130, 0.9, 0.45, 0.1, 1.12),
    Dome(1000, 640, 125, 0.7, 0, 2.3, 1.2),
    Dome(850, 150, 110, 0.6, 0.4, 0.7, 1.1),
    Dome(760, 440, 135, 0.42, 0, 1.8, 1.2),
    Dome(560, 110, 120, 0.4, 0.3, 0.3, 1.15),
    Dome(480, 620, 140, 0.42, 0, 0.5, 1.2),
    Dome(250, 330, 130, 0.3, 0.3, 1.4, 1.1),
    Dome(60, 90, 130, 0.35, 0, 0.9, 1.2),
    Dome(110, 690, 120, 0.4, 0.3, 0, 1.05),
)


def height(x: float, y: float) -> float:
    """How high the ground is there: no line of it is quite regular, as no hill is."""
    bent_x = x + 22 * sin(y / 71 + 0.6) + 7 * sin(x / 43 + y / 37)
    bent_y = y + 20 * sin(x / 79 + 2.1) + 7 * sin(y / 41 - x / 47)
    swell = 0.14 * sin(x / 230 + y / 310) + 0.07 * sin(x / 108 - y / 91 + 1)
    return swell + sum(dome.at(bent_x, bent_y) for dome in CHAIN)


def lines(level: float, heights: list[list[float]]) -> list[list[Point]]:
    """The lines at one height, as chains of points; a closed one ends where it began."""
    places: dict[tuple, Point] = {}
    neighbours: dict[tuple, list[tuple]] = {}
    for row in range(len(heights) - 1):
        for column in range(len(heights[0]) - 1):
            for one, other in _segments(level, heights, row, column):
                for edge in (one, other):
                    places[edge] = _crossing(level, heights, edge)
                neighbours.setdefault(one, []).append(other)
                neighbours.setdefault(other, []).append(one)
    return [[places[edge] for edge in chain] for chain in _chains(neighbours)]


def _segments(level: float, heights: list[list[float]], row: int, column: int) -> Iterator[tuple]:
    """The pieces of line in one square of the mesh, each between two of its edges."""
    corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
    above = [heights[r][c] > level for r, c in corners]
    edges = [(min(corners[n], corners[(n + 1) % 4]), max(corners[n], corners[(n + 1) % 4])) for n in range(4)]
    crossed = [edges[n] for n in range(4) if above[n] != above[(n + 1) % 4]]
    if len(crossed) == 2:
        yield crossed[0], crossed[1]
    elif len(crossed) == 4:
        middle = sum(heights[r][c] for r, c in corners) / 4 > level
        first, second = ((0, 1), (2, 3)) if middle == above[0] else ((3, 0), (1, 2))
        yield edges[first[0]], edges[first[1]]
        yield edges[second[0]], edges[second[1]]


def _crossing(level: float, heights: list[list[float]], edge: tuple) -> Point:
    (row, column), (other_row, other_column) = edge
    low, high = heights[row][column], heights[other_row][other_column]
    share = (level - low) / (high - low)
    x = column + share * (other_column - column)
    y = row + share * (other_row - row)
    return x * MESH - MARGIN, y * MESH - MARGIN


def _chains(neighbours: dict[tuple, list[tuple]]) -> Iterator[list[tuple]]:
    """Edges in the order a pen meets them: open lines from their ends first, then rings."""
    left = {edge: list(others) for edge, others in neighbours.items()}
    for start in sorted(left, key=lambda edge: (len(neighbours[edge]), edge)):
        while left[start]:
            chain = [start]
            while left[chain[-1]]:
                following = left[chain[-1]].pop()
                left[following].remove(chain[-1])
                chain.append(following)
            yield chain


def thinned(line: list[Point]) -> list[Point]:
    """The same line with fewer points, far enough apart to be rounded between them."""
    kept = [line[0]]
    for point in line[1:-1]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= APART:
            kept.append(point)
    return [*kept, line[-1]]


def length(line: list[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))


def curve(line: list[Point]) -> str:
    """A smooth path through the middles of the line's pieces, its points pulling (a quadratic spline)."""
    is_ring = line[0] == line[-1]
    points = line[:-1] if is_ring else line
    pairs = list(zip(points, [*points[1:], points[0]] if is_ring else points[1:], strict=False))
    middles = [(round((a[0] + b[0]) / 2), round((a[1] + b[1]) / 2)) for a, b in pairs]
    pulls = [(round(x), round(y)) for x, y in points[1:]]
    if is_ring:
        pulls.append((round(points[0][0]), round(points[0][1])))
        middles.append(middles[0])
    here = middles[0]
    parts = [f"M{here[0]} {here[1]}"]
    for pull, there in zip(pulls, middles[1:], strict=False):
        numbers = (pull[0] - here[0], pull[1] - here[1], there[0] - here[0], there[1] - here[1])
        parts.append("q" + " ".join(str(number) for number in numbers).replace(" -", "-"))
        here = there
    return "".join(parts)


def encloses(line: list[Point], x: float, y: float) -> bool:
    """Is the point inside this ring?"""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(line):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def foot(drawn: list[list[Point]]) -> list[Point]:
    """The ring at the foot of the dome in lava: of those round it alone the last but one, the last reaches out."""
    rings = [line for line in drawn if line[0] == line[-1] and encloses(line, PICKED.x, PICKED.y)]
    others = [(dome.x, dome.y) for dome in CHAIN if dome is not PICKED]
    alone = [ring for ring in rings if not any(encloses(ring, x, y) for x, y in others)]
    return sorted(alone, key=length)[-2]


STYLES = {
    "thin": 'stroke="#f7f2ea" stroke-opacity=".13" stroke-width="1.2"',
    "thick": 'stroke="#f7f2ea" stroke-opacity=".26" stroke-width="1.6"',
    "lava": 'stroke="#ff7a4d" stroke-opacity=".9" stroke-width="1.8"',
}


FAINT = {
    "thick": 'stroke="#f7f2ea" stroke-opacity=".15" stroke-width="1.6"',
    "lava": 'stroke="#ff7a4d" stroke-opacity=".5" stroke-width="1.8"',
}


@cache
def mesh() -> list[list[float]]:
    """Heights at every crossing of the mesh, a little wider than the drawing."""
    rows, columns = (HEIGHT + 2 * MARGIN) // MESH + 1, (WIDTH + 2 * MARGIN) // MESH + 1
    return [[height(c * MESH - MARGIN, r * MESH - MARGIN) for c in range(columns)] for r in range(rows)]


@cache
def drawn_lines() -> dict[str, list[list[Point]]]:
    """Every line of the drawing, thinned, under its style."""
    heights = mesh()
    drawn = [(n, line) for n in range(round((HIGHEST - LOWEST) / STEP)) for line in lines(LOWEST + n * STEP, heights)]
    lava = foot([line for _, line in drawn])
    found: dict[str, list[list[Point]]] = {style: [] for style in STYLES}
    for number, line in drawn:
        if length(line) >= SHORTEST:
            is_lava = line is lava or encloses(lava, *line[0])
            style = "lava" if is_lava else "thin" if number % EVERY else "thick"
            found[style].append(thinned(line))
    return found


def shown(line: list[Point]) -> Iterator[list[Point]]:
    """The pieces of a line that a phone shows."""
    piece: list[Point] = []
    for point in [*line, (-1, -1)]:
        if point[0] >= SHOWN_FROM:
            piece.append(point)
        elif piece:
            if len(piece) > 2:
                yield piece
            piece = []


def draw() -> str:
    """The whole drawing, as the text of an SVG file."""
    return _svg(drawn_lines(), STYLES)


def draw_narrow() -> str:
    """What a phone shows of it."""
    pieces = {style: [piece for line in drawn_lines()[style] for piece in shown(line)] for style in FAINT}
    return _svg(pieces, FAINT)


def _svg(drawn: dict[str, list[list[Point]]], styles: dict[str, str]) -> str:
    strokes = "".join(f'<path {styles[style]} d="{"".join(map(curve, drawn[style]))}"/>' for style in styles)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'preserveAspectRatio="xMaxYMid slice" fill="none">{strokes}</svg>\n'
    )


if __name__ == "__main__":
    DRAWING.write_text(draw(), encoding="utf-8")
    NARROW.write_text(draw_narrow(), encoding="utf-8")

"""The lines behind the top of pages can be drawn again by who comes after us."""

from tools import contours


def test_the_contour_lines_of_the_site_are_those_the_tool_draws():
    drawing = contours.draw()
    assert contours.DRAWING.read_text(encoding="utf-8") == drawing, "Run: python tools/contours.py"
    assert len(drawing.encode()) <= 25_000


def test_what_a_phone_draws_is_a_small_part_of_it():
    drawing = contours.draw_narrow()
    assert contours.NARROW.read_text(encoding="utf-8") == drawing, "Run: python tools/contours.py"
    assert len(drawing.encode()) <= 5_000


def test_one_dome_alone_is_drawn_in_lava():
    heights = contours.mesh()
    ring = contours.foot([line for level in (0.5, 0.7, 0.9, 1.1) for line in contours.lines(level, heights)])
    around = [dome for dome in contours.CHAIN if contours.encloses(ring, dome.x, dome.y)]
    assert around == [contours.PICKED]


def test_a_dome_is_highest_on_the_rim_of_its_crater():
    dome = contours.Dome(x=0, y=0, radius=100, height=1, crater=0.4)
    assert dome.at(0, 0) < dome.at(40, 0) > dome.at(120, 0) > 0

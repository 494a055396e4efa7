"""Headings go down step by step."""

import pytest
from django.template import Context, Template

from participation.editorial.templatetags.outline import headings_in_order


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<h3>A</h3><h3>B</h3>", "<h2>A</h2><h2>B</h2>"),
        ("<h3>A</h3><h4>B</h4><h3>C</h3>", "<h2>A</h2><h3>B</h3><h2>C</h2>"),
        ("<h2>A</h2><h3>B</h3>", "<h2>A</h2><h3>B</h3>"),
        ("<h2>A</h2><h4>B</h4><h4>C</h4>", "<h2>A</h2><h3>B</h3><h3>C</h3>"),
        ('<h3 id="x">A</h3><h2>B</h2><h3>C</h3>', '<h2 id="x">A</h2><h2>B</h2><h3>C</h3>'),
        ("<p>h3 &lt;h3&gt;</p><hr>", "<p>h3 &lt;h3&gt;</p><hr>"),
    ],
)
def test_no_heading_skips_a_level(written, shown):
    assert headings_in_order(written) == shown


def test_words_that_were_not_safe_stay_harmless():
    page = Template(
        "{% load outline %}{{ words|headings_in_order }}{% filter headings_in_order %}<h3>A</h3>{% endfilter %}"
    )
    assert page.render(Context({"words": "<script>"})) == "&lt;script&gt;<h2>A</h2>"

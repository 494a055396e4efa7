"""Wagtail's choosers of pages, images and documents begin with an inline script: it carries the answer's nonce.

The one script of Wagtail's that stands in no template, hence cannot be replaced there. `tests/ground/test_headers.py`
fails when a chooser writes another one, or none.
"""

from functools import wraps

from wagtail.admin.widgets.chooser import BaseChooser

from participation.core import policy


def let_begin() -> None:
    """Wrap the choosers' `render`, once."""
    if not hasattr(BaseChooser.render, "__wrapped__"):
        BaseChooser.render = _with_nonce(BaseChooser.render)


def _with_nonce(render):
    @wraps(render)
    def render_with_nonce(self, *args, **kwargs):
        # The first script only: what follows it is the script's own text.
        return policy.with_nonce(render(self, *args, **kwargs), count=1)

    return render_with_nonce

"""The only scripts written into pages are the few of Wagtail's we know, and each carries the nonce of its answer.

These tests read the installed packages: one of them fails when an upgrade writes a script somewhere else.
"""

import re
from pathlib import Path

import allauth
import django_filters
import pytest
import taggit
import wagtail
import wagtail_localize
from django.forms.renderers import get_default_renderer
from django.template.loader import get_template, render_to_string
from wagtail.admin import widgets
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.widgets import AdminImageChooser

from participation.core import policy
from tests.ground import ROOT

INLINE = re.compile(
    r"<script(?=[\s>])(?![^>]*\ssrc=)"
    r"(?![^>]*type=.?(?:application/json|text/template|text/x-template|text/django-form-template))"
)
HANDLER = re.compile(r"""<[a-z][^>]*\son[a-z]+=["']|href=["']javascript:""", re.IGNORECASE)
# Each is covered by a template of ours or, for the chooser, by `participation.editorial.choosers`.
KNOWN = {
    "wagtail/admin/templates/wagtailadmin/panels/inline_panel.html",
    "wagtail/admin/templates/wagtailadmin/panels/multiple_chooser_panel.html",
    "wagtail/admin/templates/wagtailadmin/widgets/date_input.html",
    "wagtail/admin/templates/wagtailadmin/widgets/datetime_input.html",
    "wagtail/admin/templates/wagtailadmin/widgets/time_input.html",
    "wagtail/admin/widgets/chooser.py",
    "wagtail_localize/templates/wagtail_localize/admin/edit_translation.html",
    "wagtail_localize/templates/wagtail_localize/admin/submit_translation.html",
}
# Not installed here, never shown in the office, or no script at all.
ELSEWHERE = (
    "wagtail/contrib/search_promotions/",
    "wagtail/contrib/styleguide/",
    "wagtail/project_template/",
    "wagtail/admin/rich_text/converters/db_html.py",  # a comment
    "allauth/headless/",
    "allauth/socialaccount/",
)


def written_in(package) -> set[str]:
    """The files of a package with an inline script."""
    folder = Path(package.__file__).parent
    files = [path for kind in ("*.html", "*.py") for path in folder.rglob(kind) if "tests" not in path.parts]
    names = {path.relative_to(folder.parent).as_posix(): path for path in files}
    return {
        name
        for name, path in names.items()
        if not name.startswith(ELSEWHERE)
        and "/test" not in name
        and INLINE.search(re.sub(r"<script\s*\n\s*src=", "<script src=", path.read_text(encoding="utf-8")))
    }


def test_wagtail_writes_inline_scripts_only_where_we_know():
    packages = (wagtail, wagtail_localize, taggit, django_filters, allauth)
    assert set().union(*map(written_in, packages)) == KNOWN


def test_our_own_templates_write_none():
    folders = [ROOT / name for name in ("home", "search", "participation", "site/templates")]
    written = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in folder.rglob("*.html")
        if INLINE.search(html := path.read_text(encoding="utf-8")) or HANDLER.search(html)
    }
    # Wagtail's own, word for word but for the nonce: the next test compares them.
    assert written == {
        f"participation/editorial/templates/wagtailadmin/widgets/{kind}_input.html"
        for kind in ("date", "time", "datetime")
    }


@pytest.mark.parametrize("kind", ["date", "time", "datetime"])
def test_the_pickers_templates_are_wagtails_with_a_nonce(kind):
    name = f"wagtailadmin/widgets/{kind}_input.html"
    theirs = (Path(wagtail.__file__).parent / "admin" / "templates" / name).read_text(encoding="utf-8")
    ours = Path(get_template(name).origin.name).read_text(encoding="utf-8")
    assert ours != theirs
    assert re.sub(r"{% (?:load policy|nonced|endnonced) %}", "", ours).strip() == theirs.strip().replace("'", '"')
    # Forms look for templates in a place of their own.
    assert get_default_renderer().get_template(name).origin.name == get_template(name).origin.name


WIDGETS = {
    "date": lambda: widgets.AdminDateInput(),
    "time": lambda: widgets.AdminTimeInput(),
    "datetime": lambda: widgets.AdminDateTimeInput(),
    "page": lambda: widgets.AdminPageChooser(),
    "image": lambda: AdminImageChooser(),
    "document": lambda: AdminDocumentChooser(),
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", WIDGETS)
def test_each_widget_that_begins_with_a_script_carries_the_nonce(kind):
    with policy.collecting(allows_inline_scripts=True) as needs:
        html = WIDGETS[kind]().render("field", None, {"id": "id_field"})
    assert html.count("<script") == html.count(f'<script nonce="{needs.nonce}"') == 1
    with policy.collecting(allows_inline_scripts=False):
        assert "nonce" not in WIDGETS[kind]().render("field", None, {"id": "id_field"})


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["inline_panel", "multiple_chooser_panel"])
def test_panels_with_children_carry_it_too(name):
    context = {
        "self": {"formset": {"prefix": "steps"}, "children": [], "label": "étape"},
        "options_json": "{}",
        "chooser_widget_definition": {},
    }
    with policy.collecting(allows_inline_scripts=True) as needs:
        html = render_to_string(f"wagtailadmin/panels/{name}.html", context)
    assert len(INLINE.findall(html)) == html.count(f'<script nonce="{needs.nonce}">') == 1


def test_a_nonce_is_not_given_to_scripts_with_an_address_nor_twice():
    with policy.collecting(allows_inline_scripts=True) as needs:
        loaded = '<script src="/a.js"></script><script nonce="x">1</script><scripted>'
        assert policy.with_nonce(loaded) == loaded
        assert policy.with_nonce("<script>1</script>" * 2, count=1).count(needs.nonce) == 1

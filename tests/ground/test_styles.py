"""One style sheet for the whole public site, put together from the sheets people write."""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from config.styles import SITE_SHEET, site_sheet, sources
from tests.ground import ROOT, sample_environment

STATIC = ROOT / "site/static"
TEMPLATES = ROOT / "site/templates"
HEAVIEST = 30_000
LINKED = """
import json, re, sys, django
django.setup()
from django.template.loader import render_to_string
json.dump(re.findall(r'<link rel="stylesheet" href="([^"]+)"', render_to_string("404.html")), sys.stdout)
"""
FIRST_CLASS = re.compile(r"^  \.([a-z][\w-]*)", re.MULTILINE)


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    """What `collectstatic` makes with the settings of production, and the sheets a page of production links."""
    folder = tmp_path_factory.mktemp("collected")
    environment = sample_environment() | {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "site"),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "STATIC_ROOT": str(folder / "static"),
        "VAR_DIR": str(folder / "var"),
    }
    run = {"cwd": ROOT, "env": environment, "check": True, "capture_output": True, "text": True}
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--no-input", "-v0"], **run)
    done = subprocess.run([sys.executable, "-c", LINKED], **run)
    return folder, re.findall(r'"([^"]+)"', done.stdout)


def test_a_page_of_production_links_one_light_sheet_that_holds_every_rule(production):
    folder, linked = production
    assert len(linked) == 1
    assert re.fullmatch(r"/static/css/site\.[0-9a-f]{12}\.css", linked[0])
    path = folder / linked[0].lstrip("/")
    sheet = path.read_text()
    assert len(gzip.compress(path.read_bytes())) <= HEAVIEST
    for source in sources():
        classes = FIRST_CLASS.findall(source.read_text())
        assert [name for name in classes if f".{name}" not in sheet] == [], source.name
    for address in re.findall(r'url\("([^"]+)"\)', sheet):
        assert (folder / urljoin(linked[0], address).lstrip("/")).is_file(), address
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", address), f"{address} would stay in browsers when it changes"


def test_addresses_of_files_lead_where_they_led_from_the_sheet_that_names_them():
    addresses = re.findall(r'url\("([^"]+)"\)', site_sheet())
    assert any("contours" in address for address in addresses)
    for address in addresses:
        assert (STATIC / "css" / address).is_file(), address


def test_in_development_a_page_links_the_same_sheet_and_a_change_shows_at_once(settings, tmp_path):
    assert render_to_string("404.html").count('<link rel="stylesheet"') == 1
    settings.STYLES_ROOT, settings.SITE = tmp_path / "styles", tmp_path
    (tmp_path / "static/css/components").mkdir(parents=True)
    (tmp_path / "static/css/tokens.css").write_text(":root { --gap: 1rem }")
    finder = finders.get_finder("config.styles.StyleSheetFinder").__class__()
    assert "--gap" in Path(finder.find(SITE_SHEET)).read_text()
    (tmp_path / "static/css/components/new.css").write_text(".new { color: red }")
    assert ".new" in Path(finder.find(SITE_SHEET)).read_text()


def test_every_sheet_written_is_on_the_pages():
    assert set((STATIC / "css").rglob("*.css")) == set(sources())


@pytest.mark.parametrize("folder", ["components", "fragments"])
def test_a_sheet_is_named_as_the_template_it_dresses(folder):
    sheets = {path.stem for path in (STATIC / "css" / folder).glob("*.css")}
    templates = {path.stem for path in (TEMPLATES / folder).glob("*.html")}
    assert sheets - templates == set()


def test_colours_are_named_in_the_tokens_only():
    for source in sources():
        if source.name not in {"tokens.css", "print.css"}:
            assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|light-dark", source.read_text()) == [], source.name


def test_directions_follow_the_reading():
    sided = re.compile(r"[\s-](left|right)\s*:|text-align: (left|right)|(?:margin|padding): (\S+ ){3}\S+;")
    for source in sources():
        lines = [line for line in source.read_text().splitlines() if "clamp(" not in line]
        assert [line for line in lines if sided.search(line)] == [], source.name


def test_no_length_depends_on_the_letters_shown_until_ours_are_there():
    in_noughts = re.compile(r"[\d.]+(ch|ex|ic|cap)\b")
    for source in sources():
        assert in_noughts.findall(source.read_text()) == [], source.name


def test_a_sheet_asks_for_no_weight_its_letters_do_not_have():
    asked = re.compile(r"font(?:-weight)?:\s+([2-9]\d\d)\b")
    for source in sources():
        if source.name != "fonts.css":
            assert [weight for weight in asked.findall(source.read_text()) if not 400 <= int(weight) <= 700] == [], (
                source.name
            )

"""The French that people read: typography and plain words, wherever it is written.

That every placeholder of a source is in its translation is the matter of `test_catalogues.py`.
"""

import html
import re
from collections.abc import Iterator

import polib
import pytest

from demo.content.announced_consultation import CONSULTATION as ANNOUNCED
from demo.content.checks import words
from demo.content.direction import DIRECTION, HOME, NEWS, PARTICIPATE, SERVICE_PAGES
from demo.content.hours_consultation import CONSULTATION as CLOSED
from demo.content.hours_consultation import REPLY
from demo.content.mechanisms import MECHANISMS
from demo.content.name_consultation import CONSULTATION as NAME
from demo.content.square_consultation import CONSULTATION as OPEN
from demo.content.square_consultation import PROCESS
from tests.ground import ROOT
from tools import catalogues

DEMONSTRATION = (HOME, PARTICIPATE, DIRECTION, PROCESS, OPEN, CLOSED, ANNOUNCED, NAME, REPLY)
RULES = {
    "straight apostrophe": re.compile(r"\w'\w"),
    "ordinary space before a mark": re.compile(r" (?:[:;!?»](?!\w)|%%(?!\()|€)"),
    "ordinary space after «": re.compile(r"«(?:[ \n]|\u00a0?\Z)"),
    "guillemet without a space": re.compile(r"«[^\s]|[^\s]»"),
    "mark without a space": re.compile(r"\w[;!?](?=\s|$)|[^\W\d]:(?=\s|$)"),
    "ordinary space in a number": re.compile(r"\d \d{3}\b"),
    "three dots": re.compile(r"\.\.\."),
    "two spaces": re.compile(r"[ \u00a0\u202f]{2}"),
    "said twice": re.compile(r"\A(.{12,}?)\1+\Z", re.DOTALL),
    # An advice may quote them; nothing may say them.
    "click here": re.compile(r"(?<!«\u00a0)cliquez ici", re.IGNORECASE),
    "orders politely": re.compile(r"\bveuillez\b", re.IGNORECASE),
    "words of a machine": re.compile(r"\b(?:formulaires?|champs?|saisies?) (?:in)?valides?\b", re.IGNORECASE),
    "a button that says nothing": re.compile(r"\A(?:valider|soumettre|ok)\Z", re.IGNORECASE),
}


def faults(text: str) -> list[str]:
    """What is wrong with a French text, in words."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", text)).strip()
    return [name for name, rule in RULES.items() if rule.search(bare)]


def catalogue() -> Iterator[str]:
    """Every French string of the interface and of its letters."""
    for entry in polib.pofile(str(catalogues.catalogue_path("fr"))):
        yield from entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]


def demonstration() -> Iterator[str]:
    """Every French text of the demonstration, but for what its residents typed."""
    for record in (*DEMONSTRATION, *MECHANISMS, *NEWS, *SERVICE_PAGES):
        yield from (text for _field, text in words(record))


def standalone_pages() -> Iterator[str]:
    """What the pages of a breakdown say in French."""
    for name in ("site/templates/500.html", "site/static/503.html"):
        page = re.sub(r'<section lang="en">.*?</section>', "", (ROOT / name).read_text(), flags=re.DOTALL)
        yield from re.findall(r"<(?:h1|p)[^>]*>(.*?)</", page, re.DOTALL)


def editors_guide() -> Iterator[str]:
    """The guide, cell by cell and line by line, without its mark-up."""
    for line in (ROOT / "docs/guide-edition.md").read_text().splitlines():
        for cell in re.sub(r"`[^`]*`|!?\[[^\]]*\]\([^)]*\)|[*#]+", "x", line).split("|"):
            if cell.strip(" -x"):
                yield cell.strip(" ")


@pytest.mark.parametrize("written", [catalogue, demonstration, standalone_pages, editors_guide])
def test_french_is_well_set_and_plainly_said(written):
    texts = list(written())
    assert texts, "Nothing was read."
    assert [(found, text) for text in texts if (found := faults(text))] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("l'adresse", "straight apostrophe"),
        ("Pourquoi ?", "ordinary space before a mark"),
        ("12 000\u00a0€ : trop", "ordinary space before a mark"),
        ("900 €", "ordinary space before a mark"),
        ("Choisissez « Autre\u00a0»", "ordinary space after «"),
        ("Choisissez «\u00a0", "ordinary space after «"),
        ("Choisissez «Autre»", "guillemet without a space"),
        ("Trop tard!", "mark without a space"),
        ("Source: la Ville", "mark without a space"),
        ("12 000 réponses", "ordinary space in a number"),
        ("En cours...", "three dots"),
        ("Deux  espaces", "two spaces"),
        ("Lisez cette phrase. Lisez cette phrase. ".strip() * 2, "said twice"),
        ("Pour répondre, cliquez ici.", "click here"),
        ("Veuillez réessayer.", "orders politely"),
        ("Ce formulaire est faux : formulaire invalide.", "words of a machine"),
        ("<b>Valider</b>", "a button that says nothing"),
    ],
)
def test_each_fault_is_seen(text, fault):
    assert fault in faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "Envoyer mes réponses",
        "Pourquoi\u202f? L’adresse «\u00a0du bas\u00a0» est à 12\u202f000\u00a0€\u00a0: c’est non\u00a0!",
        "Le plan de la place, pas «\u00a0cliquez ici\u00a0»",
        "<a href='/contact/'>Nous écrire</a> à 23\u00a0h\u00a059…",
    ],
)
def test_good_french_is_left_alone(text):
    assert faults(text) == []

"""What stands around every page, as plain values: equal when it looks alike, hence kept (`{% kept %}`)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar


@dataclass(frozen=True)
class City:
    """The city's own details, as typed in the settings, and the audit the footer's state comes from."""

    organisation: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    publication_director: str = ""
    host: str = ""
    is_demonstration: bool = True
    audited_on: date | None = None
    auditor: str = ""
    audit_rate: Decimal | None = None
    audit_sample: str = ""


@dataclass(frozen=True)
class Link:
    """An entry of the navigation or the footer.

    `language` is the page's and `title_language` that of the words, each empty when it is the visitor's.
    """

    title: str
    url: str
    language: str = ""
    title_language: str = ""


@dataclass(frozen=True)
class Entry(Link):
    """A link as one page shows it: the page is below it (`is_current`), or is it."""

    is_current: bool = False
    is_here: bool = False


@dataclass(frozen=True)
class Language:
    """A language of the site: where the page is in it, else where its home page is."""

    code: str
    name: str
    url: str
    is_current: bool
    is_translation: bool


@dataclass(frozen=True)
class Around:
    """All that the head and the foot of a page show: the same for everybody, and equal when they look alike."""

    is_kept_whole: ClassVar[bool] = True

    name: str
    city: City
    home_url: str
    search_url: str
    navigation: tuple[Entry, ...]
    footer_links: tuple[Entry, ...]
    languages: tuple[Language, ...]
    accessibility_statement_url: str
    accessibility_state: str


@dataclass(frozen=True)
class Frame:
    """What one site shows around every page in one language."""

    city: City = City()
    navigation: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    accessibility_statement_url: str = ""

"""Message catalogues without GNU gettext: `python tools/catalogues.py update | check | compile`.

The sources of the interface are English. `update` brings new strings into both catalogues and drops the unused ones,
`check` fails when a string is missing, empty, fuzzy, unused or has other placeholders than its source, `compile` writes
the `.mo` files that Django reads.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ["home", "search", "participation", "site/config", "site/demo", "site/templates"]
LOCALE = ROOT / "site" / "locale"
LANGUAGES = {"fr": "nplurals=2; plural=(n > 1);", "en": "nplurals=2; plural=(n != 1);"}
SOURCE_LANGUAGE = "en"
TEMPLATES = {".html", ".txt", ".xml"}
SINGLE, PLURAL, CONTEXT = (1,), (1, 2), ((1, "c"), 2)
KEYWORDS = {
    "_": SINGLE,
    "gettext": SINGLE,
    "gettext_lazy": SINGLE,
    "gettext_noop": SINGLE,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": CONTEXT,
    "pgettext_lazy": CONTEXT,
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[#0\- +]*[\d.]*[a-zA-Z]|\{\w*[^{}]*\}|%%|%[sd]")
PYTHON_FORMAT = re.compile(r"%\(\w+\)[#0\- +]*[\d.]*[a-zA-Z]|%[sd]")


@dataclass
class Message:
    """One string of the interface and the files it stands in."""

    context: str | None
    text: str
    plural: str = ""
    files: set[str] = field(default_factory=set)

    @property
    def key(self) -> tuple:
        return (self.context, self.text)


def source_files(root: Path) -> Iterator[Path]:
    """Every Python file and template whose strings are the interface's."""
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "migrations" not in path.parts and (path.suffix == ".py" or path.suffix in TEMPLATES):
                yield path


def python_source(path: Path) -> str:
    """The file as Python; a template is turned into calls of gettext by Django itself, as makemessages does."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    # What stands where in a line means nothing in a template, and everything in Python.
    return "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())


def extract(path: Path) -> Iterator[tuple]:
    """(context, text, plural) of each translatable string of one file."""
    from babel.messages.extract import extract as babel_extract

    found = babel_extract(
        "python", BytesIO(python_source(path).encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
    )
    for _line, message, _comments, context in found:
        text, plural = message if isinstance(message, tuple) else (message, "")
        if text:
            yield context, text, plural or ""


def collect(root: Path = ROOT) -> dict[tuple, Message]:
    """Every message of the sources by (context, text)."""
    messages: dict[tuple, Message] = {}
    for path in source_files(root):
        name = path.relative_to(root).as_posix()
        for context, text, plural in extract(path):
            message = messages.setdefault((context, text), Message(context, text))
            message.plural = message.plural or plural
            message.files.add(name)
    return messages


def catalogue_path(language: str, locale: Path = LOCALE) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def entry_key(entry) -> tuple:
    return (entry.msgctxt, entry.msgid)


def merged_entry(message: Message, known, language: str):
    """The catalogue's entry for a message, keeping what a translator wrote."""
    import polib

    entry = polib.POEntry(msgid=message.text, msgctxt=message.context, msgid_plural=message.plural)
    # Files without line numbers: moving a line must not touch the catalogue.
    entry.occurrences = [(name, "") for name in sorted(message.files)]
    if PYTHON_FORMAT.search(message.text + message.plural):
        entry.flags.append("python-format")
    if known:
        entry.tcomment = known.tcomment
        entry.flags += [flag for flag in known.flags if flag == "fuzzy"]
    if message.plural:
        given = (known.msgstr_plural if known else None) or {}
        entry.msgstr_plural = {0: given.get(0) or (known.msgstr if known else ""), 1: given.get(1, "")}
        if language == SOURCE_LANGUAGE:
            entry.msgstr_plural = {
                0: entry.msgstr_plural[0] or message.text,
                1: entry.msgstr_plural[1] or message.plural,
            }
    else:
        entry.msgstr = (known.msgstr or known.msgstr_plural.get(0, "")) if known else ""
        if language == SOURCE_LANGUAGE:
            entry.msgstr = entry.msgstr or message.text
    return entry


def update(root: Path = ROOT) -> dict[str, int]:
    """Bring both catalogues in step with the sources; returns how many strings each still lacks."""
    import polib

    messages = collect(root)
    lacking = {}
    for language, plurals in LANGUAGES.items():
        path = catalogue_path(language, root / "site" / "locale")
        known = {entry_key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
        catalogue = polib.POFile(wrapwidth=110)
        catalogue.metadata = {
            "Language": language,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": plurals,
        }
        for message in sorted(messages.values(), key=lambda message: (message.text, message.context or "")):
            catalogue.append(merged_entry(message, known.get(message.key), language))
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        lacking[language] = sum(not entry.translated() for entry in catalogue)
    return lacking


def placeholders(text: str) -> list[str]:
    """What a translation must carry unchanged, whatever its order."""
    return sorted({found for found in PLACEHOLDER.findall(text) if found != "%%"})


def entry_problems(entry) -> Iterator[str]:
    """What is wrong with one entry, in words."""
    if entry.fuzzy:
        yield "fuzzy"
    if entry.msgid_plural:
        forms = [entry.msgstr_plural.get(0, ""), entry.msgstr_plural.get(1, "")]
        # A singular may say "one" in words instead of its number; nothing may carry what its source does not know.
        allowed = set(placeholders(entry.msgid) + placeholders(entry.msgid_plural))
        wanted = placeholders(entry.msgid_plural)
        wrong = bool(set(placeholders(forms[0])) - allowed) or placeholders(forms[1]) != wanted
    else:
        forms = [entry.msgstr]
        wrong = placeholders(entry.msgstr) != placeholders(entry.msgid)
    if not all(forms):
        yield "not translated"
    elif wrong:
        yield "other placeholders than its source"


def check(root: Path = ROOT) -> list[str]:
    """What keeps the catalogues from being complete, one line each."""
    import polib

    messages = collect(root)
    problems = []
    for language in LANGUAGES:
        path = catalogue_path(language, root / "site" / "locale")
        entries = list(polib.pofile(str(path))) if path.exists() else []
        known = {entry_key(entry): entry for entry in entries if not entry.obsolete}
        problems += [f"{language}: missing: {message.text!r}" for key, message in messages.items() if key not in known]
        for entry in entries:
            message = messages.get(entry_key(entry))
            if entry.obsolete or message is None:
                problems.append(f"{language}: no longer used: {entry.msgid!r}")
                continue
            if (entry.msgid_plural or "") != message.plural:
                problems.append(f"{language}: other plural than its source: {entry.msgid!r}")
            problems += [f"{language}: {problem}: {entry.msgid!r}" for problem in entry_problems(entry)]
    return problems


def stale(locale: Path = LOCALE) -> list[Path]:
    """Catalogues whose compiled file is missing or older."""

    def is_stale(path: Path) -> bool:
        compiled = path.with_suffix(".mo")
        return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns

    return [path for path in sorted(locale.glob("*/LC_MESSAGES/*.po")) if is_stale(path)]


def compile_stale(locale: Path = LOCALE) -> list[Path]:
    """Write the missing and outdated `.mo` files."""
    paths = stale(locale)
    if paths:
        import polib
    for path in paths:
        compiled = path.with_suffix(".mo")
        partial = compiled.with_suffix(".partial")
        polib.pofile(str(path)).save_as_mofile(str(partial))
        partial.replace(compiled)
    return paths


def main(arguments: list[str]) -> int:
    """The command line; the exit code says whether the catalogues are as they should be."""
    match arguments:
        case ["update"]:
            for language, lacking in update().items():
                print(f"{language}: {lacking} strings to translate")
        case ["check"]:
            problems = check()
            print("\n".join(problems) or "Catalogues complete.")
            return bool(problems)
        case ["compile"]:
            for path in compile_stale():
                print(f"Compiled {path.relative_to(ROOT)}")
        case _:
            raise SystemExit("usage: python tools/catalogues.py update | check | compile")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

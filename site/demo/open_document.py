"""A minimal writer of accessible text documents (ODT): real headings, paragraphs and a language, nothing else."""

import io
import re
import zipfile
from collections.abc import Iterable
from html import unescape
from xml.sax.saxutils import escape

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
# The date zip files begin at: the same content always gives the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    )
)
_BLOCK = re.compile(r"<(h3|p|li)>(.*?)</\1>", re.DOTALL)

# A paragraph: "" for plain text, "1" or "2" for a heading of that level.
Paragraph = tuple[str, str]


def paragraphs(rich_text: str) -> list[Paragraph]:
    """The rich text of the content as paragraphs; entries of a list begin with a dash."""
    found = []
    for name, inner in _BLOCK.findall(rich_text):
        words = unescape(re.sub(r"<[^>]+>", "", inner))
        found.append(("2", words) if name == "h3" else ("", f"– {words}" if name == "li" else words))
    return found


def write(title: str, body: Iterable[Paragraph]) -> bytes:
    """The document as a file."""
    parts = {
        "content.xml": _content([("1", title), *body]),
        "styles.xml": _styles(),
        "meta.xml": _meta(title),
        "META-INF/manifest.xml": _manifest(("content.xml", "styles.xml", "meta.xml")),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        # The format asks for this entry first, and not compressed.
        archive.writestr(zipfile.ZipInfo("mimetype", EPOCH), MEDIA_TYPE, zipfile.ZIP_STORED)
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), xml, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _content(body: Iterable[Paragraph]) -> str:
    lines = []
    for level, words in body:
        if level:
            lines.append(
                f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{escape(words)}</text:h>'
            )
        else:
            lines.append(f'<text:p text:style-name="Standard">{escape(words)}</text:p>')
    return _root("content", f"<office:body><office:text>{''.join(lines)}</office:text></office:body>")


def _meta(title: str) -> str:
    inside = f"<dc:title>{escape(title)}</dc:title><dc:language>fr</dc:language>"
    return _root("meta", f"<office:meta>{inside}</office:meta>")


def _styles() -> str:
    def style(name: str, shown: str, size: str, extra: str = "") -> str:
        return (
            f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"{extra}>'
            '<style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.2cm"/>'
            f'<style:text-properties fo:font-size="{size}" fo:language="fr" fo:country="FR"/></style:style>'
        )

    headings = "".join(
        style(f"Heading_20_{level}", f"Heading {level}", size, f' style:default-outline-level="{level}"')
        for level, size in (("1", "22pt"), ("2", "15pt"))
    )
    return _root("styles", f"<office:styles>{style('Standard', 'Standard', '12pt')}{headings}</office:styles>")


def _manifest(names: Iterable[str]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in [("/", MEDIA_TYPE), *((name, "text/xml") for name in names)]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f"{entries}</manifest:manifest>"
    )


def _root(name: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-{name} {_SPACES} '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">{inside}</office:document-{name}>'
    )

"""The form a page shows, read as a browser would send it."""

from html.parser import HTMLParser

from .words import CANARY


class _Forms(HTMLParser):
    """The forms of a page that are sent by POST: name → value."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict] = []
        self._open = False
        self._select = self._area = None

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "form":
            self._open = (found.get("method") or "").lower() == "post"
            if self._open:
                self.forms.append({})
        if not self._open:
            return
        name = found.get("name")
        if tag == "input" and name:
            kind = found.get("type", "text")
            if kind in ("checkbox", "radio"):
                if "checked" in found:
                    self._add(name, found.get("value", "on"))
            elif kind not in ("file", "submit", "button"):
                self._add(name, found.get("value") or "")
        elif tag == "textarea" and name:
            self._area = name
            self._add(name, "")
        elif tag == "select" and name:
            self._select = (name, "multiple" in found, [])
        elif tag == "option" and self._select:
            self._select[2].append((found.get("value", ""), "selected" in found))

    def handle_endtag(self, tag):
        if tag == "form":
            self._open = False
        elif tag == "textarea":
            self._area = None
        elif tag == "select" and self._select:
            name, many, options = self._select
            chosen = [value for value, is_selected in options if is_selected]
            if not chosen and options and not many:
                chosen = [options[0][0]]
            for value in chosen:
                self._add(name, value)
            self._select = None

    def handle_data(self, data):
        if self._area:
            self.forms[-1][self._area][-1] += data

    def _add(self, name, value):
        if name != "csrfmiddlewaretoken":
            self.forms[-1].setdefault(name, []).append(value)


def form_in(html: str) -> dict[str, list[str]]:
    """The longest form of a page, without the search and the way out."""
    reader = _Forms()
    reader.feed(html)
    return max(reader.forms, key=len, default={})


def filled(form: dict[str, list[str]]) -> dict[str, list[str]]:
    """The same form, every canary in it replaced: what is sent must not sing by itself."""
    return {
        name: [value.replace(CANARY, "Pris").replace(CANARY.lower(), "pris") for value in values]
        for name, values in form.items()
    }

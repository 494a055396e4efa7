"""What a screen reader is given: the browser's accessibility tree, as text to read."""

import re

from playwright.sync_api import Page

SILENT = {"none", "generic", "InlineTextBox", "StaticText", "paragraph", "LineBreak", "LayoutTable", "Section",
          "LabelText"}  # fmt: skip
WORDS = {
    "RootWebArea": "page", "banner": "en-tête", "navigation": "navigation", "main": "contenu principal",
    "contentinfo": "pied de page", "heading": "titre", "link": "lien", "button": "bouton", "list": "liste",
    "listitem": "élément", "textbox": "champ", "searchbox": "champ de recherche", "radio": "bouton radio",
    "radiogroup": "groupe", "group": "groupe", "checkbox": "case à cocher", "image": "image", "img": "image",
    "progressbar": "progression", "alert": "alerte", "status": "message de statut", "region": "région",
    "search": "recherche", "combobox": "liste de choix", "spinbutton": "champ numérique", "term": "terme",
    "definition": "définition", "complementary": "complément", "article": "article", "time": "date",
    "DisclosureTriangle": "à déplier", "table": "tableau", "row": "ligne", "cell": "cellule",
    "columnheader": "en-tête de colonne", "rowheader": "en-tête de ligne", "caption": "légende", "form": "formulaire",
    "strong": "", "emphasis": "", "DescriptionList": "liste de définitions", "DescriptionListTerm": "terme",
    "DescriptionListDetail": "définition", "Legend": "légende", "LabelText": "étiquette", "Details": "dépliable",
}  # fmt: skip
STATES = {
    "checked": "coché", "required": "obligatoire", "invalid": "invalide", "expanded": "déplié", "disabled": "désactivé",
    "focused": "a le focus",
}  # fmt: skip
# Codes are drawn for each answer: the text must not change with them.
CODE = re.compile(r"\b[0-9A-Z]{4,5}(?:[ -][0-9A-Z]{4,5})+\b")


def _value(field: dict | None) -> str:
    return str((field or {}).get("value", "") or "").strip()


def _states(node: dict) -> list[str]:
    found = []
    is_heading = _value(node.get("role")) == "heading"
    for state in node.get("properties", []):
        name, value = state["name"], state["value"].get("value")
        if name == "level" and is_heading:
            found.append(f"niveau {value}")
        elif name in STATES and value not in (False, "false", "none", None, ""):
            found.append(STATES[name])
    return found


def _line(node: dict) -> str:
    role = _value(node.get("role"))
    name, value, hint = _value(node.get("name")), _value(node.get("value")), _value(node.get("description"))
    if role == "StaticText":
        return name
    said = WORDS.get(role, role)
    states = f" ({', '.join(_states(node))})" if _states(node) else ""
    described = f" – {hint}" if hint and hint not in name else ""
    filled = f" = {value}" if value and value != name else ""
    return f"[{said}{states}] {name}{filled}{described}".strip()


def read(page: Page) -> str:
    """The page in the order a screen reader goes, one line per thing said, indented by depth."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    lines: list[str] = []

    def walk(node: dict, depth: int, heard: str) -> None:
        role, name = _value(node.get("role")), _value(node.get("name"))
        if role in ("InlineTextBox", "ListMarker"):
            return
        says = not node.get("ignored") and (role == "StaticText" or role not in SILENT) and WORDS.get(role, role)
        # The words of a link or a heading are its name: they are not said twice.
        if says or role == "StaticText":
            if node.get("ignored") or not (name or says) or (role == "StaticText" and name in heard):
                deeper = depth
            else:
                lines.append("  " * depth + _line(node))
                deeper = depth + 1
        else:
            deeper = depth
        known = name if role in ("link", "button", "heading", "radio", "checkbox", "DisclosureTriangle") else heard
        for child in node.get("childIds", []):
            if child in by_id:
                walk(by_id[child], deeper, known)

    walk(nodes[0], 0, "")
    return CODE.sub("••••", "\n".join(line for line in lines if line.strip()))

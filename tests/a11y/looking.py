"""Look at one screen: axe under every condition, and the house's own checks."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from playwright.sync_api import Page

from . import axe
from .checks import CHECKS, forms, keyboard, moving, presentation, structure  # noqa: F401 - importing registers them
from .conditions import CONDITIONS, Condition, looks_of, shown

ANSWERED = ("violations", "passes", "incomplete", "inapplicable")
OPTIONS = {"resultTypes": ["violations", "incomplete"]}
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "meta-viewport",
         "css-orientation-lock", "aria-hidden-focus", "bypass", "region"]  # fmt: skip
# What surrounds every page, to compare between pages.
FRAME = """() => ({
    language: document.documentElement.lang,
    menu: [...document.querySelectorAll("body > header nav li a[href]:not([lang])")]
        .map((link) => link.textContent.trim()),
    search: !!document.querySelector("[role=search]"),
    map: !!document.querySelector("footer a[href$='/plan-du-site/']"),
    labels: [...document.querySelectorAll(":is([name=q], [name=address], [name=code]):not([type=hidden])")]
        .map((field) => [`${location.pathname.match(/recus|retrait|code/) ?? ""} ${field.name}`,
            [...field.labels].map((label) => label.innerText.split("(")[0].trim()).join(" ")]),
})"""


@dataclass(frozen=True)
class Finding:
    """Something wrong on one screen under one condition."""

    rule: str
    criteria: tuple[str, ...]
    screen: str
    condition: str
    what: str
    impact: str
    address: str = ""

    @property
    def is_grave(self) -> bool:
        return self.impact in axe.GRAVE


@dataclass
class Record:
    """All that was seen in one run."""

    findings: list[Finding] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)
    undecided: set[str] = field(default_factory=set)
    raw: list[dict] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    frames: dict[str, dict] = field(default_factory=dict)
    # How often each check of ours has looked to its end, and the rules axe has answered on.
    played: Counter[str] = field(default_factory=Counter)
    axe_rules: set[str] = field(default_factory=set)
    axe_version: str = ""
    browser_version: str = ""

    def note(
        self, check: str, criteria: tuple[str, ...], found: list[str], *, screen: str, condition="", address=""
    ) -> None:
        """What one of our checks has found, now that it has looked."""
        self.played[check] += 1
        self.findings += [Finding(check, criteria, screen, condition, what, "serious", address) for what in found]

    def write_raw(self, path) -> None:
        path.write_text(
            json.dumps(
                {"axe": self.raw, "findings": [asdict(one) for one in self.findings]}, ensure_ascii=False, indent=1
            )
        )


def criteria_of(tags: list[str]) -> tuple[str, ...]:
    """`RGAA-11.1.1` among axe's tags is test 1 of criterion 11.1."""
    found = {".".join(tag.removeprefix("RGAA-").split(".")[:2]) for tag in tags if tag.startswith("RGAA-")}
    return tuple(sorted(found, key=lambda number: [int(part) for part in number.split(".")]))


def run_axe(page: Page, screen: str, condition: Condition, record: Record) -> None:
    # In forced colours axe goes by the author's colours, not by those on the screen; a check of ours looks there.
    looks = LOOKS[1:] if "forced_colors" in dict(condition.media) else LOOKS
    options = OPTIONS if condition.changes_layout else {**OPTIONS, "runOnly": {"type": "rule", "values": looks}}
    answer = axe.run(page, options=options)
    record.axe_rules |= {rule["id"] for kind in ANSWERED for rule in answer[kind]}
    record.axe_version = answer["testEngine"]["version"]
    record.undecided |= {rule["id"] for rule in answer["incomplete"]}
    record.raw.append(
        {
            "screen": screen,
            "condition": condition.name,
            "url": page.url,
            "violations": answer["violations"],
            "incomplete": [{"id": rule["id"], "nodes": len(rule["nodes"])} for rule in answer["incomplete"]],
        }
    )
    for rule in answer["violations"]:
        for node in rule["nodes"]:
            what = f"{rule['help']}: {' '.join(map(str, node['target']))} {node['html'][:140]}"
            impact = rule["impact"] or "minor"
            record.findings.append(
                Finding(f"axe:{rule['id']}", criteria_of(rule["tags"]), screen, condition.name, what, impact, page.url)
            )


def look(page: Page, screen: str, record: Record, *, conditions=CONDITIONS, tell: Callable = lambda text: None) -> None:
    """Everything there is to see on this screen."""
    tell(screen)
    page.wait_for_load_state()
    page.locator("body > footer").wait_for(state="attached")
    record.screens.append(screen)
    address = page.url.split("#")[0]
    if "/repondre/" not in address and "?" not in address:
        record.titles.setdefault(address, page.title())
    record.frames[screen] = page.evaluate(FRAME)
    for condition in conditions:
        with shown(page, condition):
            run_axe(page, screen, condition, record)
            for name, criteria, found in looks_of(page, condition):
                record.note(name, criteria, found, screen=screen, condition=condition.name, address=page.url)
    # The keyboard comes last: it may close what was open.
    for one in sorted(CHECKS.values(), key=lambda one: one.look.__module__ == keyboard.__name__):
        found = one.look(page)
        record.note(one.name, one.criteria, found, screen=screen, condition=conditions[0].name, address=page.url)

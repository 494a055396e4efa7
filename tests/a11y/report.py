"""Write what was seen: the readable report, the failings the statement lists, the journey as text."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

from home.statement import KNOWN_FAILINGS

from . import conditions, site_wide
from .checks import CHECKS
from .conditions import CONDITIONS
from .grid import ROOT, Entry, Known
from .grid import faults as grid_faults
from .looking import Finding, Record

FOLDER = ROOT / "docs/accessibilite"
KINDS = {
    "test": "contrôle automatique",
    "hand": "regardé à la main",
    "to be audited": "à auditer",
    "not applicable": "non applicable",
}
INTRODUCTION = """# Accessibilité : ce que les contrôles de cette version ont vu

Ce rapport est écrit par `make a11y`. Il **ne vaut pas audit** et ne donne **aucun taux de conformité** : un taux
vient d’un audit de l’échantillon légal, saisi dans les réglages du site. Les contrôles « à la main » ont été faits
dans Chromium pendant la construction du site, sans lecteur d’écran ni autre technologie d’assistance ; ce qui en
demande est « à auditer ».

Les critères sont ceux du RGAA 4.1 (DINUM, dépôt DISIC/RGAA, v4.1), repris sous Licence Ouverte 2.0.
"""


def covering(finding: Finding, known: list[Known]) -> Known | None:
    """The known failing that tells of this finding, if there is one."""
    return next((one for one in known if one.covers(finding.rule, finding.what)), None)


def unknown_and_grave(record: Record, known: list[Known]) -> list[Finding]:
    """What makes the run fail: everything grave axe saw, and what our own checks saw that nobody has written down."""
    return [
        one for one in record.findings if one.is_grave and (one.rule.startswith("axe:") or not covering(one, known))
    ]


def not_played(record: Record) -> list[str]:
    """Checks of ours that looked at nothing in this run: it says nothing of their criteria."""
    named = [*CHECKS, *(one.__name__ for one in (*conditions.CHECKS, *site_wide.CHECKS))]
    return [name for name in named if not record.played[name]]


def failings(record: Record, known: list[Known]) -> list[dict]:
    """What the statement lists: known failings seen in this run or by hand, and lesser ones of axe nobody told of."""
    told = [
        {"criteria": list(one.criteria), "fr": one.fr, "en": one.en}
        for one in known
        if one.rule == "hand" or any(one.covers(finding.rule, finding.what) for finding in record.findings)
    ]
    rules = {one.rule: one for one in record.findings if one.rule.startswith("axe:") and not covering(one, known)}
    for rule, finding in sorted(rules.items()):
        name = rule.removeprefix("axe:")
        told.append(
            {
                "criteria": list(finding.criteria),
                "fr": f"L’outil axe-core relève un défaut ({name}) sur l’écran « {finding.screen} ».",
                "en": f"The tool axe-core reports a fault ({name}) on the screen “{finding.screen}”.",
            }
        )
    return told


def write_failings(record: Record, known: list[Known], *, today: date, path: Path = KNOWN_FAILINGS) -> None:
    data = {"checked_on": today.isoformat(), "failings": failings(record, known)}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _summary(record: Record, entries: list[Entry]) -> list[str]:
    kinds = Counter(entry.kind for entry in entries)
    grave = sum(one.is_grave and one.rule.startswith("axe:") for one in record.findings)
    lesser = sum(not one.is_grave for one in record.findings)
    own = sum(not one.rule.startswith("axe:") for one in record.findings)
    return [
        "## En bref",
        "",
        f"- {len(record.screens)} écrans, chacun sous {len(CONDITIONS)} conditions d’affichage.",
        f"- axe-core : {grave} défaut(s) grave(s) ou critique(s), {lesser} de moindre gravité.",
        f"- {len(record.played)} contrôles propres au site (clavier, agrandissement, structure…) : {own} défaut(s).",
        *(f"- {kinds[kind]} critères : {name}." for kind, name in KINDS.items()),
        "",
    ]


def _known(record: Record, known: list[Known]) -> list[str]:
    told = failings(record, known)
    lines = ["## Défauts connus", "", "La déclaration d’accessibilité du site reprend cette liste.", ""]
    lines += [f"- {one['fr']}" + (f" (RGAA {', '.join(one['criteria'])})" if one["criteria"] else "") for one in told]
    lines += [] if told else ["Aucun défaut connu."]
    return [*lines, ""]


def _screens(record: Record) -> list[str]:
    lines = ["## Écrans regardés", "", "Conditions : " + " ; ".join(one.name for one in CONDITIONS) + ".", ""]
    lines += ["| écran | axe, graves | axe, autres | contrôles du site |", "| --- | --- | --- | --- |"]
    for screen in record.screens:
        mine = [one for one in record.findings if one.screen == screen]
        axe = [one for one in mine if one.rule.startswith("axe:")]
        grave = sum(one.is_grave for one in axe)
        lines.append(f"| {_cell(screen)} | {grave} | {len(axe) - grave} | {len(mine) - len(axe)} |")
    return [*lines, ""]


def _undecided(record: Record) -> list[str]:
    rules = ", ".join(f"`{rule}`" for rule in sorted(record.undecided)) or "aucune"
    return ["## Ce qu’axe n’a pas su trancher", "", f"Règles à regarder par une personne : {rules}.", ""]


def evidence(entry: Entry, record: Record) -> str:
    """What the grid holds on a criterion, with what this run says of its tests."""
    parts = []
    for name in entry.tests:
        module, _, function = name.partition(":")
        rule = name if module == "axe" else function
        seen = sum(one.rule == rule for one in record.findings)
        if function in record.axe_rules if module == "axe" else record.played[function]:
            parts.append(f"`{rule}` : {f'{seen} défaut(s)' if seen else 'aucun défaut'}")
        elif module == "axe" or module.startswith("tests.a11y."):
            parts.append(f"`{rule}` : pas joué")
        else:
            parts.append(f"`{function}` (joué par `make test`)")
    words = [
        entry.finding and f"le {entry.date:%d/%m/%Y} : {entry.finding}",
        entry.reason,
        entry.note,
        "; ".join(parts),
    ]
    return _cell(" — ".join(word for word in words if word))


def _criteria(record: Record, entries: list[Entry]) -> list[str]:
    lines = ["## Les 106 critères", ""]
    for topic in dict.fromkeys(entry.topic for entry in entries):
        lines += [
            f"### {topic}",
            "",
            "| critère | intitulé | comment | ce que l’on sait |",
            "| --- | --- | --- | --- |",
        ]
        lines += [
            f"| {entry.number} | {_cell(entry.title)} | {KINDS[entry.kind]} | {evidence(entry, record)} |"
            for entry in entries
            if entry.topic == topic
        ]
        lines.append("")
    return lines


def write_report(
    record: Record, entries: list[Entry], known: list[Known], *, today: date, folder: Path = FOLDER
) -> None:
    engine = f"axe-core {record.axe_version}, Chromium {record.browser_version.split('.')[0]}"
    lines = [
        INTRODUCTION,
        f"Dernière exécution : {today:%d/%m/%Y} ({engine}).",
        "",
        *_summary(record, entries),
        *_known(record, known),
        *_screens(record),
        *_undecided(record),
        *_criteria(record, entries),
    ]
    (folder / "rapport.md").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def publish(
    record: Record,
    texts: dict[str, str],
    entries: list[Entry],
    known: list[Known],
    *,
    today: date,
    folder: Path = FOLDER,
    statement: Path = KNOWN_FAILINGS,
) -> list[str]:
    """Write the report, the journey and the failings of the statement, or say why not: what fails is not published.

    The statement would otherwise call itself checked today and tell of nothing that this run has just seen.
    """
    refusals = [f"grid: {line}" for line in grid_faults(entries, known, today=today)]
    refusals += [f"not played: {name}" for name in not_played(record)]
    refusals += dict.fromkeys(
        f"{one.impact}: {one.rule} – {one.screen} ({one.condition}): {one.what}"
        for one in unknown_and_grave(record, known)
    )
    if not refusals:
        write_failings(record, known, today=today, path=statement)
        write_report(record, entries, known, today=today, folder=folder)
        write_journey(texts, folder=folder)
    return refusals


def write_journey(texts: dict[str, str], *, folder: Path = FOLDER) -> None:
    """What a screen reader is given on the main journey."""
    head = (
        "Ce que le navigateur donne à un lecteur d’écran, du début à la fin d’une réponse\n"
        "(arbre d’accessibilité de Chromium, écrit par `make a11y` ; les codes sont masqués).\n"
        "Ce n’est pas un essai avec un lecteur d’écran.\n"
    )
    parts = [f"\n{'=' * 100}\n{name}\n{'=' * 100}\n{text}\n" for name, text in texts.items()]
    (folder / "parcours.txt").write_text(head + "".join(parts), encoding="utf-8")

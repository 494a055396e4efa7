"""What is committed: documents in step with the code, locks that name no address, nothing of one machine."""

import re
import subprocess
import tomllib

import pytest

from tests.ground import ROOT

BINARY = {".woff2", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico", ".pdf", ".xlsx", ".ods"}
VARIABLE = re.compile(r"""(?:env\.\w+|need)\(\s*"([A-Z][A-Z0-9_]*)\"""")
# Put together here so that this file does not hold what it looks for.
REGISTRIES = ["pypi." + "org", "python" + "hosted.org", "registry." + "npmjs"]
MACHINE = re.compile("|".join(["/" + "work/", "/" + "root/", "(?<!templates)/" + "home/[a-z]+/", "/t" + "mp/[a-z]+/"]))


def tracked_texts():
    """(name, text) of every committed text file."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True).stdout.split("\0")
    paths = [ROOT / name for name in names if name]
    if not paths:
        pytest.skip("not a git clone")
    for path in paths:
        if path.is_file() and path.suffix not in BINARY:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_no_file_names_a_package_registry():
    assert [(name, host) for name, text in tracked_texts() for host in REGISTRIES if host in text] == []


def test_no_file_names_a_path_of_one_machine():
    assert [(name, found.group()) for name, text in tracked_texts() if (found := MACHINE.search(text))] == []


def test_every_setting_from_the_environment_is_documented():
    settings = "".join(path.read_text() for path in (ROOT / "site/config/settings").glob("*.py"))
    documented = (ROOT / "docs/running.md").read_text()
    names = set(VARIABLE.findall(settings))
    assert len(names) > 10
    assert {name for name in names if f"`{name}`" not in documented} == set()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locks_are_hashed_and_free_of_addresses(name):
    lock = (ROOT / name).read_text()
    assert "://" not in lock
    assert not re.search(r"^--(index|extra-index|find-links)", lock, re.MULTILINE)
    for requirement in re.split(r"\n(?=\S)", lock.strip()):
        assert "==" in requirement
        assert "--hash=sha256:" in requirement, requirement


def pinned(name: str) -> dict[str, set[str]]:
    """The versions a lock pins, by package."""
    pins: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE):
        pins.setdefault(package, set()).add(version)
    return pins


def test_what_the_site_declares_is_locked_and_the_two_locks_agree():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    declared = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["s3"]]
    production, development = pinned("requirements.txt"), pinned("requirements-dev.txt")
    normal = [re.match(r"[\w.-]+", requirement).group().lower() for requirement in declared]
    assert [name for name in normal if name not in production] == []
    assert {name: versions for name, versions in production.items() if development.get(name) != versions} == {}
    group = [re.match(r"[\w.-]+", requirement).group().lower() for requirement in project["dependency-groups"]["dev"]]
    assert [name for name in group if name not in development] == []


def test_production_installs_no_browser_and_no_test_tool():
    assert {"playwright", "pytest", "hypothesis", "ruff", "uv", "babel"} & set(pinned("requirements.txt")) == set()

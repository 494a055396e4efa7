"""The pictures of docs/screens: twelve page types, and none that nobody looks at any more."""

from tools import screens


def test_twelve_page_types_are_pictured():
    assert len([*screens.ADDRESSES, *screens.JOURNEY]) == 12


def test_only_pictures_that_no_document_names_go_away(tmp_path):
    for name in ("home-360-light", "old-but-shown", "old"):
        (tmp_path / f"{name}.webp").write_bytes(b"")
    readme = tmp_path / "README.md"
    readme.write_text("![The home page](docs/screens/old-but-shown.webp)")
    gone = screens.forgotten(tmp_path, taken=[tmp_path / "home-360-light.webp"], documents=[readme])
    assert [path.name for path in gone] == ["old.webp"]

"""The tree of public pages, in as many queries whatever its size."""

from dataclasses import dataclass, field

from wagtail.models import Page


@dataclass
class Branch:
    """A page and what stands under it."""

    title: str
    url: str
    children: list["Branch"] = field(default_factory=list)


def site_map(page: Page) -> Branch:
    """The tree `page` belongs to, from its home page down: live, public pages."""
    root_path = page.path[: Page.steplen * 2]
    pages = Page.objects.filter(path__startswith=root_path).live().public().order_by("path")
    branches: dict[str, Branch] = {}
    for found in pages:
        branch = Branch(found.title, found.url or "")
        branches[found.path] = branch
        parent = branches.get(found.path[: -Page.steplen])
        # A page under an offline page stays reachable: hang it on the nearest page that is shown.
        steps = len(found.path) // Page.steplen
        while parent is None and steps > 2:
            steps -= 1
            parent = branches.get(found.path[: steps * Page.steplen])
        if parent is not None and parent is not branch:
            parent.children.append(branch)
    return branches.get(root_path, Branch("", ""))

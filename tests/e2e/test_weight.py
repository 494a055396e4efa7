"""Goal 9: pages are light, still, and ask nobody but the city's server."""

from urllib.parse import urlsplit

import pytest

from demo import images
from tests.factories import VALUES, answer, close, make_consultation, make_process
from tests.website import add_article, add_news, add_news_index, make_website

from .weight import WATCH, weigh

CSS = JS = 30_000
FIRST_VIEW = 200_000
SHIFT = 0.05
TEXT = "<p>Une place pour les arbres, les jeux et le marché.</p>" * 12


def body(image) -> list:
    picture = {"image": {"image": image, "alt_text": "La place", "decorative": False}}
    video = {"url": "https://www.youtube.com/watch?v=abcdefghijk", "title": "La place", "transcript": "<p>Rien.</p>"}
    return [("text", TEXT), ("image", picture), ("video", video), ("text", TEXT), ("image", picture)]


@pytest.fixture
def addresses(db) -> dict[str, str]:
    """One page of every type, with pictures of ordinary size and a video."""
    home, drawing = make_website(), images.ensure("place")
    process, news = make_process(), add_news_index(home)
    news_pages = [add_news(news, image=drawing, body=body(drawing)) for _ in range(4)]
    home.body = body(drawing)
    home.save_revision().publish()
    opened, closed = (make_consultation(social_image=drawing, parent=process) for _ in range(2))
    answer(page=closed, values=VALUES)
    close(closed)
    return {
        "home": "/",
        "catalogue": "/participer/",
        "mechanism": process.get_parent().url,
        "process": process.url,
        "consultation": opened.url,
        "results": f"{closed.url}resultats/",
        "article": add_article(home, body=body(drawing)).url,
        "list of news": news.url,
        "news": news_pages[0].url,
        "search": "/recherche/?q=place",
        "receipt": "/recus/",
    }


def test_every_page_type_is_light_and_still_and_asks_no_other_host(addresses, open_page, live_server):
    page = open_page()
    page.add_init_script(WATCH)
    faults = []
    for name, address in addresses.items():
        weight = weigh(page, address)
        limits = {"css": CSS, "js": JS, "total": FIRST_VIEW}
        faults += [
            f"{name}: {kind} {getattr(weight, kind)} bytes" for kind in limits if getattr(weight, kind) > limits[kind]
        ]
        if weight.shift >= SHIFT:
            faults.append(f"{name}: layout shift {weight.shift:.3f}")
        if weight.hosts != {urlsplit(live_server.url).netloc}:
            faults.append(f"{name}: asks {sorted(weight.hosts)}")
        assert min(weight.html, weight.css, weight.fonts) > 0, name
    assert not faults, "\n".join(faults)

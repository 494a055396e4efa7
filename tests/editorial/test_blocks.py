"""The twelve editorial blocks."""

import re
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.template.loader import render_to_string
from django.test import RequestFactory
from PIL import Image

from participation.consultations.pages import ConsultationPage
from participation.editorial.blocks import TEXT_FEATURES, EditorialStreamBlock, editorial_blocks
from participation.editorial.blocks.media import embed_address
from participation.people.groups import Role
from tests.website import HOSTILE, add_article, english, enter_office, make_image, make_staff, make_website

pytestmark = pytest.mark.django_db

NAMES = [
    "text", "image", "figure", "callout", "accordion", "documents",
    "video", "key_figures", "timeline", "quote", "cards", "table",
]  # fmt: skip
STREAM = EditorialStreamBlock()


def render(name: str, value) -> str:
    block = STREAM.child_blocks[name]
    return block.render(block.normalize(value), context={"request": RequestFactory().get("/")})


def test_there_are_exactly_twelve_blocks():
    assert [name for name, _block in editorial_blocks()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_block_presents_itself_to_editors(name):
    block = STREAM.child_blocks[name]
    assert str(block.label)
    assert str(block.meta.description)
    assert str(block.meta.group)
    assert block.meta.icon not in {"placeholder", ""}
    assert block.meta.template == f"editorial/blocks/{name}.html"
    assert len(getattr(block, "child_blocks", {})) <= 8


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_with_blanks_still_renders(name):
    block = STREAM.child_blocks[name]
    assert isinstance(block.render(block.get_default(), context={"request": RequestFactory().get("/")}), str)


# What each block's own template draws, so that a preview made of something else is noticed.
DRAWN_BY = {
    "text": 'class="prose"',
    "image": 'class="figure"',
    "figure": 'class="figure"',
    "callout": 'class="callout',
    "accordion": 'class="accordion',
    "documents": 'class="documents',
    "video": 'class="video',
    "key_figures": 'class="figures',
    "timeline": 'class="timeline',
    "quote": 'class="quote',
    "cards": 'class="card',
    "table": "<table",
    "section": "<h2>",
    "single_choice": 'type="radio"',
    "multiple_choice": 'type="checkbox"',
    "scale": 'class="scale"',
    "short_text": 'type="text"',
    "long_text": "<textarea",
    "number": 'inputmode="',
}


def test_the_office_shows_every_block_a_consultation_may_hold_as_people_will_see_it_in_french(client):
    make_website()
    enter_office(client, make_staff(Role.WRITING))
    blocks = ConsultationPage.body.field.stream_block.child_blocks
    assert set(blocks) == set(DRAWN_BY)
    for name, block in blocks.items():
        assert block.is_previewable, name
        response = client.get("/admin/block-preview/", {"id": block.definition_prefix})
        assert response.status_code == 200, name
        html = response.content.decode()
        body = html.split("<main>")[1].split("</main>")[0]
        assert DRAWN_BY[name] in body, name
        assert len(re.sub(r"<[^>]*>|\s", "", body)) > 20, name
        assert '<html lang="fr"' in html
        assert "office/preview" in html
        assert not re.search(r"\b(the|and|of|you|what)\b", re.sub(r"<[^>]*>", " ", body)), name
        if name in {"image", "figure"}:
            assert 'src="/static/img/illustrations/square-today.svg"' in body


def test_plain_text_is_escaped_in_every_block():
    html = render("quote", {"text": HOSTILE, "author": HOSTILE, "role": HOSTILE})
    html += render("callout", {"heading": HOSTILE, "text": "", "theme": "information"})
    html += render(
        "timeline", {"heading": HOSTILE, "steps": [{"date_label": HOSTILE, "title": HOSTILE, "text": HOSTILE}]}
    )
    html += render(
        "key_figures", {"heading": HOSTILE, "figures": [{"value": HOSTILE, "label": HOSTILE, "source": HOSTILE}]}
    )
    table = {
        "columns": [{"type": "text", "heading": HOSTILE}],
        "rows": [{"values": [HOSTILE]}],
        "caption": HOSTILE,
    }
    html += render("table", table)
    assert "<script>" not in html


def test_an_image_has_its_alternative_its_size_and_its_credit():
    image = make_image(credit="Photographe de la Ville")
    html = render(
        "image", {"image": {"image": image, "alt_text": "La place au soleil", "decorative": False}, "caption": "Mai"}
    )
    assert 'alt="La place au soleil"' in html
    assert 'width="' in html
    assert 'height="' in html
    assert 'loading="lazy"' in html
    assert "image/avif" in html
    assert "Photographe de la Ville" in html


def test_a_decorative_image_has_an_empty_alternative():
    html = render("image", {"image": {"image": make_image(), "alt_text": "oubliée", "decorative": True}})
    assert 'alt=""' in html


def test_a_figure_needs_one_picture_and_its_description():
    block = STREAM.child_blocks["figure"]
    with pytest.raises(ValidationError):
        block.clean(block.normalize({"title": "Plan", "description": "<p>Un carré</p>"}))
    with pytest.raises(ValidationError):
        block.clean(block.normalize({"image": make_image(), "description": ""}))
    both = {"image": make_image(), "illustration": "default", "description": "<p>Un carré</p>"}
    with pytest.raises(ValidationError):
        block.clean(block.normalize(both))
    assert block.clean(block.normalize({"image": make_image(), "description": "<p>Un carré</p>"}))


def test_a_drawing_that_no_longer_exists_leaves_the_description():
    html = render("figure", {"illustration": "disparue", "description": "<p>Un carré</p>"})
    assert "<img" not in html
    assert "Un carré" in html


@pytest.mark.parametrize(
    ("address", "player"),
    [
        (
            "https://video.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv",
            "https://video.example.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv",
        ),
        ("https://video.example.org/videos/watch/9c9de5e8", "https://video.example.org/videos/embed/9c9de5e8"),
        ("https://www.youtube.com/watch?v=abc123&t=4", "https://www.youtube-nocookie.com/embed/abc123"),
        ("https://youtu.be/abc123", "https://www.youtube-nocookie.com/embed/abc123"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("http://video.example.org/w/abc", ""),
        ("https://example.org/film.mp4", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_video_address_leads_to_its_player(address, player):
    assert embed_address(address) == player


def test_nothing_is_loaded_from_a_video_host_before_consent():
    html = render("video", {"url": "https://youtu.be/abc123", "title": "Film", "transcript": "<p>Bonjour</p>"})
    assert "<iframe" not in html
    assert " src=" not in html
    assert "youtu.be" in html
    assert "Bonjour" in html


def test_an_unknown_video_address_is_refused():
    block = STREAM.child_blocks["video"]
    with pytest.raises(ValidationError):
        block.clean(block.normalize({"url": "https://example.org/a", "title": "Film", "transcript": "<p>Bonjour</p>"}))


def test_cards_lead_to_the_translation_where_there_is_one(client):
    home = make_website()
    page = add_article(home, title="Participer", slug="participer")
    only_french = add_article(home, title="Rien qu’en français", slug="francais")
    translation = page.copy_for_translation(english(home).locale)
    translation.title, translation.slug = "Take part", "take-part"
    translation.save_revision().publish()
    add_article(english(home), slug="cards", body=[("cards", {"heading": "", "pages": [page, only_french]})])
    text = client.get("/en/cards/").content.decode()
    assert 'href="/en/take-part/"' in text
    assert 'href="/francais/"' in text


def test_cards_leave_out_pages_taken_offline(client):
    home = make_website()
    page = add_article(home, title="Participer", slug="participer")
    add_article(home, slug="cards", body=[("cards", {"heading": "", "pages": [page]})])
    page.unpublish()
    assert 'href="/participer/"' not in client.get("/cards/").content.decode()


def test_links_in_texts_follow_the_language_in_one_query(client, django_assert_num_queries):
    home = make_website()
    pages = [add_article(home, slug=f"lien-{number}") for number in range(5)]
    text = (
        "".join(f'<p><a linktype="page" id="{page.pk}">lien</a></p>' for page in pages)
        + '<a linktype="page" id="0">mort</a>'
    )
    assert pages[0].url  # the site's address is then in the cache
    with django_assert_num_queries(1):
        html = render("text", text)
    assert 'href="/lien-4/"' in html


def test_a_table_gives_its_words_to_translators():
    block = STREAM.child_blocks["table"]
    table = block.normalize(
        {
            "columns": [{"type": "text", "heading": "Poste"}, {"type": "number", "heading": "Euros"}],
            "rows": [{"values": ["Arbres", 12000]}],
            "caption": "Budget",
        }
    )
    segments = block.get_translatable_segments(table)
    assert [segment.string.data for segment in segments] == ["Budget", "Poste", "Euros", "Arbres"]
    for segment in segments:
        segment.string.data = segment.string.data.upper()
    restored = block.restore_translated_segments(table, segments)
    assert restored.caption == "BUDGET"
    assert restored.row_data == [{"values": ["ARBRES", 12000]}]
    assert table.caption == "Budget"


def test_numbers_of_a_table_are_written_in_the_language():
    table = {"columns": [{"type": "number", "heading": "€"}], "rows": [{"values": [12000]}], "caption": ""}
    assert "12000" not in render("table", table)


def test_a_cropped_image_keeps_what_the_editor_framed_and_nobody_chooses_sizes():
    image = make_image()
    with image.open_file() as file:
        picture = Image.open(file).convert("RGB").resize((1600, 400))
    picture.paste("red", (1200, 0, 1600, 400))
    content = BytesIO()
    picture.save(content, "PNG")
    image.file = ImageFile(BytesIO(content.getvalue()), name="large.png")
    image.width, image.height = picture.size
    image.focal_point_x, image.focal_point_y = 1450, 200
    image.focal_point_width, image.focal_point_height = 200, 200
    image.save()
    html = render_to_string("components/card.html", {"title": "La place", "url": "/", "image": image})
    assert "<picture" in html
    rendition = image.renditions.get(filter_spec__startswith="fill-", filter_spec__contains="webp")
    with rendition.file.open() as file:
        red, green, _blue = Image.open(file).convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert red > 120 > green, "A crop of the middle would hold no red at all."
    assert "image" not in TEXT_FEATURES
    assert set(STREAM.child_blocks["image"].child_blocks) == {"image", "caption", "credit"}

"""Exports: everything residents sent, once, in an order that says nothing, and never a formula."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from openpyxl.utils.escape import unescape
from wagtail.models import Locale

from participation.core import csv_files, sheets
from participation.core.models import ReadingLog
from participation.people.groups import Role
from participation.questionnaires import exports, given
from participation.questionnaires.answering import withdraw
from participation.questionnaires.documents import compiled
from participation.questionnaires.models import Response
from participation.questionnaires.questions import KINDS, Value
from tests.factories import BODY, answer, box_of, make_consultation
from tests.website import enter_office, make_staff

pytestmark = pytest.mark.django_db

SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
PREFIXES = [
    *SIGNS,
    *(f" {sign}" for sign in SIGNS),
    *(f"'{sign}" for sign in SIGNS),
    "\u00a0=",
    "\u200b=",
    "\ufeff=",
    "\t=",
    "\r=",
    "\n=",
]


@pytest.fixture
def page():
    return make_consultation(title="Notre place", slug="notre-place-2026")


def read_csv(lines) -> list[list[str]]:
    text = "".join(lines)
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def read_xlsx(page) -> openpyxl.Workbook:
    made = BytesIO()
    exports.write_xlsx(box_of(page), made)
    made.seek(0)
    return openpyxl.load_workbook(made)


def records(page) -> list[dict[str, str]]:
    """One dictionary for each response, by the key in brackets of each heading."""
    header, *rows = read_csv(exports.answers_csv(box_of(page)))
    keys = [heading.rpartition("[")[2].rstrip("]") for heading in header]
    return [dict(zip(keys, row, strict=True)) for row in rows]


def test_each_answer_is_one_row_with_the_words_its_author_saw(page):
    answer(page=page)
    (row,) = records(page)
    assert row["link"] == "Habitante"
    assert (row["uses:marche"], row["uses:jeux"], row["uses:repos"]) == ("1", "1", "0")
    assert row["ease"] == "4"
    assert row["ideas"] == "Plus d’ombre"
    assert row["trees"] == "12"
    assert row["word"] == ""


def test_other_and_no_opinion_are_in_words_and_an_unanswered_question_is_blank(page):
    answer(
        page=page,
        values={"link": Value(choices=("other",), text="J’y jardine"), "ease": Value(choices=("no_opinion",))},
    )
    (row,) = records(page)
    assert row["link:other:text"] == "J’y jardine"
    with override("fr"):
        assert row["ease"] == gettext("No opinion")
    assert (row["uses:marche"], row["trees"]) == ("", "")


def test_a_decimal_number_is_written_as_french_spreadsheets_read_it():
    page = make_consultation(
        body=[("number", {"text": "Combien ?", "key": "much", "minimum": -10, "maximum": 10, "decimals": 2})]
    )
    answer(page=page, values={"much": Value(number="-2,50")})
    assert records(page)[0]["much"] == "-2,5"
    cell = read_xlsx(page).worksheets[0].cell(2, 5)
    assert (cell.value, cell.data_type) == (-2.5, "n")


def test_a_withdrawn_answer_is_not_exported(page):
    kept, gone = answer(page=page), answer(page=page)
    withdraw(secret=gone.secret, now=timezone.now())
    assert len(records(page)) == 1
    assert Response.objects.get(withdrawn_on=None) == kept.response


def test_rows_are_in_the_order_of_random_ids(page, monkeypatch):
    monkeypatch.setattr(given, "CHUNK", 2)
    sent = [answer(page=page, values={"word": Value(text=f"mot {number}")}).response for number in range(7)]
    expected = [str(sent.index(response)) for response in sorted(sent, key=lambda response: response.pk.int)]
    assert [row["word"].removeprefix("mot ") for row in records(page)] == expected


def test_a_question_asked_in_two_versions_keeps_every_answer_under_its_own_words(page):
    answer(page=page)
    body = page.body
    body[2].value["choices"][0]["label"] = "Le marché du samedi"
    del body[7]
    page.body = body
    page.save_revision().publish()
    answer(page=page, values={"uses": Value(choices=("marche",))})
    with override("fr"):
        number = gettext("version")
    rows = {row[number]: row for row in records(page)}
    assert rows["1"]["uses:marche"] == rows["2"]["uses:marche"] == "1"
    assert (rows["1"]["trees"], rows["2"]["trees"]) == ("12", "")
    legend = read_csv(exports.legend_csv(box_of(page)))
    assert [line[5] for line in legend if line[2] == "marche"] == ["Marché", "Le marché du samedi"]


def test_the_second_sheet_says_what_the_keys_stand_for(page):
    answer(page=page)
    answers, questions = read_xlsx(page).worksheets
    assert answers.max_row == 2
    assert ["link", "single_choice", "habitante", 1, "fr", "Habitante"] in [list(row) for row in questions.values]


def test_a_consultation_without_answers_gives_headings_only(page):
    assert records(page) == []
    assert read_xlsx(page).worksheets[0].max_row == 1


def test_no_cell_and_no_heading_is_ever_a_formula():
    texts = [f"{prefix}HYPERLINK(1)" for prefix in PREFIXES]
    body = [("short_text", {"text": text, "key": f"w{rank}", "max_length": 60}) for rank, text in enumerate(texts)]
    body.append(("multiple_choice", {"text": "Choix", "key": "pick", "choices": [{"label": text} for text in texts]}))
    body.append(("single_choice", {"text": "Choix", "key": "one", "choices": [{"label": text} for text in texts]}))
    page = make_consultation(body=body)
    document = compiled(box_of(page).versions.get())
    options = [choice.key for choice in document.questions["pick"].choices]
    values = {f"w{rank}": Value(text=text) for rank, text in enumerate(texts)}
    for option in options:
        answer(page=page, values={**values, "pick": Value(choices=tuple(options)), "one": Value(choices=(option,))})
    for row in read_csv(exports.answers_csv(box_of(page))) + read_csv(exports.legend_csv(box_of(page))):
        for cell in row:
            bare = cell.lstrip(csv_files.IGNORABLE.replace("'", ""))
            assert not bare or bare[0] not in csv_files.FORMULA_SIGNS, cell
    made = read_xlsx(page).worksheets
    assert {cell.data_type for sheet in made for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    stored = Response.objects.first().answers
    for rank, _text in enumerate(texts):
        assert made[0].cell(2, 5 + rank).value == stored.get(question=f"w{rank}").text


@pytest.mark.parametrize(
    "text",
    [
        '<r></r></is></c><c r="Z9"><f>HYPERLINK("http://example.org")</f></c><c t="inlineStr"><is><r></r>',
        '</t></is></c><c r="Z9"><f>1+1</f></c>',
        'R & D < 3 ]]> "quoted"',
        " two lines\nand a margin ",
        "_x0041_ is what I typed",
        "a bell \x07 and \ufffe nothing",
    ],
)
def test_a_sheet_gives_words_back_as_they_were_typed(text):
    made = BytesIO()
    workbook = sheets.Workbook(made)
    workbook.add('A & "B"', [sheets.words(text)], iter([[sheets.words(text)]]), lambda: None)
    workbook.close()
    (sheet,) = openpyxl.load_workbook(made).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [(cell.data_type, unescape(cell.value)) for cell in cells] == [("s", text)] * 2
    assert sheet.title == 'A & "B"'


def test_a_cell_takes_as_many_signs_as_excel_does():
    cell = sheets.words("é" * sheets.LONGEST + "x")
    assert cell.count("é") == sheets.LONGEST
    assert sheets.words("😀" * sheets.LONGEST).count("😀") == sheets.LONGEST // 2


def test_columns_beyond_z_are_named_as_spreadsheets_do():
    made = BytesIO()
    workbook = sheets.Workbook(made)
    workbook.add("wide", [sheets.words(str(column)) for column in range(1, 801)], iter([]), lambda: None)
    workbook.close()
    sheet = openpyxl.load_workbook(made).active
    assert [sheet[place].value for place in ("A1", "Z1", "AA1", "AZ1", "ZZ1", "AAA1")] == [
        "1", "26", "27", "52", "702", "703",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a;b", 'she said "yes"', "two\nlines", "two\r\nlines", '"', "l’été ; l’hiver"])
def test_a_csv_cell_holds_the_signs_that_end_cells_and_lines(page, text):
    answer(page=page, values={"word": Value(text=text), "ideas": Value(text="after")})
    (row,) = records(page)
    assert (row["word"], row["ideas"]) == (text, "after")


def test_what_was_written_can_be_had_back_from_a_csv_cell():
    for text in ["=1+1", "'=1", "d’accord", "-3 °C", "@mairie", "rien"]:
        cell = csv_files.safe(text)
        assert cell in {text, f"'{text}"}
        assert (cell == text) == (text in {"d’accord", "rien"})


def test_more_rows_than_a_sheet_takes_go_to_another(page, monkeypatch):
    monkeypatch.setattr(sheets, "SHEET_ROWS", 2)
    for _number in range(5):
        answer(page=page, values={"word": Value(text="x")})
    made = read_xlsx(page).worksheets
    answers = [sheet for sheet in made if sheet.cell(1, 5).value != "option" and sheet.max_column > 6]
    assert sum(sheet.max_row - 1 for sheet in answers) == 5


@pytest.mark.parametrize("kind", ["csv", "xlsx", "legend"])
def test_the_office_gives_the_file_and_logs_who_took_it(kind, page, client):
    answer(page=page)
    person = make_staff(Role.ADMINISTRATION)
    enter_office(client, person)
    response = client.post(reverse("participation:export", args=[box_of(page).pk]), {"format": kind})
    content = b"".join(response.streaming_content)
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    assert "no-store" in response.headers["Cache-Control"]
    assert content.startswith(b"PK" if kind == "xlsx" else b"\xef\xbb\xbf")
    taken = ReadingLog.objects.filter(subject=ReadingLog.Subject.EXPORT, read_by=person)
    assert taken.count() == (0 if kind == "legend" else 1)


def test_the_command_finds_a_consultation_by_slug_or_key_and_logs(page, tmp_path):
    answer(page=page)
    for name in ("notre-place-2026", str(page.translation_key)):
        said = StringIO()
        call_command("export_responses", name, "--format", "csv", stdout=said)
        assert len(read_csv([said.getvalue()])) == 2
    target = tmp_path / "answers.xlsx"
    call_command("export_responses", "notre-place-2026", "--format", "xlsx", "--output", str(target))
    assert openpyxl.load_workbook(target).worksheets[0].max_row == 2
    assert ReadingLog.objects.filter(subject=ReadingLog.Subject.EXPORT).count() == 3
    with pytest.raises(CommandError):
        call_command("export_responses", "rien-de-tel")


def test_a_language_more_leads_to_the_same_ballot_box(page):
    translation = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    translation.save_revision().publish()
    answer(page=page)
    answer(page=translation)
    with override("fr"):
        language = gettext("language")
    assert sorted(row[language] for row in records(page)) == ["en", "fr"]
    said = StringIO()
    call_command("export_responses", translation.slug, stdout=said)
    assert len(read_csv([said.getvalue()])) == 3


def test_these_tests_cover_every_kind_of_question():
    assert {block for block, _value in BODY} >= set(KINDS)

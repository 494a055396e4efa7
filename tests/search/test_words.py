"""Words as the search compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.editorial.words import fold, stem, stems, words

PAIRS = [
    ("vélo", "vélos"),
    ("école", "ecoles"),
    ("École", "écoles"),
    ("cheval", "chevaux"),
    ("énergie", "l’énergie"),
    ("énergie", "l'energie"),
    ("œuvre", "oeuvres"),
    ("participatif", "participatifs"),
    ("PLACE", "places"),
    ("hôpital", "hopitaux"),
    ("bateau", "bateaux"),
    ("rendez-vous", "rendez vous"),
    ("proposer", "proposez"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_forms_of_a_french_word_are_one(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("school", "Schools"), ("voting", "vote"), ("café", "cafes")])
def test_two_forms_of_an_english_word_are_one(one, other):
    assert stems(one, "en") == stems(other, "en")


@pytest.mark.parametrize(("one", "other"), [("place", "plan"), ("école", "écologie"), ("vote", "ville")])
def test_different_words_stay_apart(one, other):
    assert stems(one) != stems(other)


def test_hyphens_and_apostrophes_part_words():
    assert words("Clermont-Ferrand, c’est aujourd’hui") == ["clermont", "ferrand", "est", "aujourd", "hui"]


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdeéèêàçœæsxlnu'’- ", max_size=60), st.sampled_from(["fr", "en"]))
def test_stems_are_found_by_themselves(text, language):
    once = stems(text, language)
    assert stems(once, language) == once


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèêàçùôîœ ", max_size=60), st.sampled_from(["fr", "en"]))
def test_capitals_do_not_matter(text, language):
    assert stems(text.upper(), language) == stems(text, language)


@given(st.text(alphabet="aeioucéèêàùôîç ", max_size=40))
def test_accents_do_not_matter(text):
    bare = text.translate(str.maketrans("éèêàùôîç", "eeeauoic"))
    assert stems(bare) == stems(text)


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True), st.sampled_from(["fr", "en"]))
def test_stemming_a_stem_changes_nothing(word, language):
    assert stem(stem(word, language), language) == stem(word, language)

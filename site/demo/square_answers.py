"""Draws answers to the open consultation; every fourth resident answers in English."""

from collections.abc import Mapping, Sequence
from random import Random

from demo.content.records import Question
from demo.content.square_consultation import CONSULTATION, ENGLISH

RESPONDENTS = 37
NO_OPINION = "no_opinion"

_SKIPPED = {"one_word": 0.35, "trees_wanted": 0.15, "saturday_street": 0.1, "age_band": 0.3, "news_channels": 0.2}
_WEIGHTS: Mapping[str, Sequence[int]] = {
    "link_to_quartier": (21, 6, 4, 8, 1),
    "visit_frequency": (12, 15, 8, 4),
    "reasons_to_come": (16, 9, 11, 7, 6, 10, 0),
    "evening_safety": (6, 9, 11, 7, 3),
    "missing_today": (22, 15, 13, 8, 14, 9, 7, 5, 0),
    "fewer_cars": (6, 5, 6, 10, 12),
    "preferred_scenario": (6, 15, 13, 3, 3),
    "saturday_street": (19, 10, 5, 3),
    "news_channels": (16, 9, 7, 12, 8, 0),
    "age_band": (2, 7, 11, 9, 6, 2, 2),
}
_TREES = (8, 10, 12, 15, 15, 20, 20, 20, 25, 30, 40, 60)
_WORDS = {
    "fr": (
        "Brûlante",
        "Vivante le samedi",
        "Grise",
        "Trop chaude",
        "Un parking",
        "Triste le soir",
        "Bruyante",
        "Chez moi",
    ),
    "en": ("Too hot", "Lively on Saturdays", "Grey", "Empty at night"),
}
_REASONS = {
    "fr": (
        "Mes enfants n’ont nulle part où jouer à l’ombre. Le jardin, mais avec de vrais jeux.",
        "Le marché perd trop d’étals dans le jardin. Moitié-moitié me paraît juste.",
        "La pierre partout, en août, ce sera une poêle. Plantez d’abord.",
        "J’ai du mal à marcher : il me faut un banc avec un dossier tous les trente mètres.",
        "La place ouverte laisse de la liberté : on y fait ce qu’on veut, même rien.",
        "Gardez quelques places pour les infirmières à domicile, elles tournent déjà vingt minutes.",
        "Je choisis le jardin pour les oiseaux. Et pour moi.",
        "Ajoutez des toilettes dans chaque scénario, sinon personne ne reste.",
    ),
    "en": (
        "Half and half keeps the market I love and gives us shade at last.",
        "The garden, please, with a quiet corner to read.",
    ),
}
_FORGOTTEN = {
    "fr": (
        "Qui arrose les arbres les trois premiers étés ?",
        "Et les chiens ? Où vont-ils ?",
        "Que devient la fontaine en hiver ?",
        "Peut-on garder le platane du coin nord ?",
    ),
    "en": ("Will there be drinking water?",),
}


def draw_square_answer(random: Random, rank: int) -> tuple[dict[str, object], str]:
    """One answer by question key, as in `draw_answer` of the other consultation, with its language."""
    language = "en" if rank % 4 == 3 else "fr"
    answer: dict[str, object] = {}
    for question in CONSULTATION.questions:
        if random.random() >= _SKIPPED.get(question.key, 0) and question.kind not in {"short_text", "long_text"}:
            answer[question.key] = _draw(random, question, language)
    turn = rank // 4 if language == "en" else rank - rank // 4
    for key, texts in (("one_word", _WORDS), ("scenario_reasons", _REASONS), ("forgotten_question", _FORGOTTEN)):
        if turn < len(texts[language]):
            answer[key] = texts[language][turn]
    return answer, language


def _draw(random: Random, question: Question, language: str) -> object:
    if question.kind == "number":
        return random.choice(_TREES)
    weights = _WEIGHTS[question.key]
    if question.kind == "scale":
        return NO_OPINION if random.random() < 0.08 else random.choices(range(1, len(weights) + 1), weights)[0]
    labels = [ENGLISH[label] if language == "en" else label for label in question.choices]
    if question.kind == "single_choice":
        return random.choices(labels, weights)[0]
    wanted = random.randint(question.minimum_choices or 1, question.maximum_choices or 3)
    chosen = set(random.choices(labels, weights, k=wanted))
    return [label for label in labels if label in chosen]

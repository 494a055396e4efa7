"""Draws answers that hang together: who works asks for evenings, who is retired keeps the mornings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from demo.content.hours_consultation.questions import (
    ACTIVITIES,
    CURRENT_HOURS,
    FREQUENCIES,
    HOURS,
    QUARTIERS,
    SITUATIONS,
)
from demo.content.hours_consultation.sentences import WRITTEN_ANSWERS
from demo.content.wording import typeset_all

RESPONDENTS = 400

OTHER_ACTIVITIES = typeset_all(
    (
        "La chorale du mercredi",
        "Réparer son vélo",
        "Boire un café sans se presser",
        "Des cours de français",
        "Jouer aux échecs",
        "Le vestiaire solidaire",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Profile:
    """Weights in the order of the choices; `evening` is how much a late opening matters, from 0 to 1."""

    share: float
    frequency: tuple[int, ...]
    activities: tuple[int, ...]
    hours: tuple[int, ...]
    satisfaction: float
    evening: float


_PROFILES: Mapping[str, _Profile] = {
    SITUATIONS[0]: _Profile(
        share=33,
        frequency=(4, 12, 24, 34, 26),
        activities=(30, 28, 10, 12, 22, 20, 16),
        hours=(8, 12, 30, 46, 28, 22, 6, 5),
        satisfaction=2.1,
        evening=0.85,
    ),
    SITUATIONS[1]: _Profile(
        share=9,
        frequency=(24, 26, 24, 16, 10),
        activities=(6, 16, 34, 14, 22, 16, 34),
        hours=(1, 16, 48, 26, 8, 38, 18, 10),
        satisfaction=3.1,
        evening=0.5,
    ),
    SITUATIONS[2]: _Profile(
        share=13,
        frequency=(5, 10, 20, 31, 34),
        activities=(18, 2, 5, 18, 26, 28, 52),
        hours=(3, 12, 26, 62, 6, 24, 20, 4),
        satisfaction=1.9,
        evening=0.95,
    ),
    SITUATIONS[3]: _Profile(
        share=9,
        frequency=(14, 24, 30, 20, 12),
        activities=(30, 14, 6, 54, 20, 14, 16),
        hours=(14, 10, 22, 14, 16, 12, 6, 32),
        satisfaction=3.3,
        evening=0.3,
    ),
    SITUATIONS[4]: _Profile(
        share=12,
        frequency=(16, 28, 28, 18, 10),
        activities=(26, 58, 32, 20, 28, 12, 4),
        hours=(12, 6, 20, 12, 40, 30, 12, 18),
        satisfaction=2.8,
        evening=0.25,
    ),
    SITUATIONS[5]: _Profile(
        share=20,
        frequency=(30, 34, 20, 10, 6),
        activities=(58, 8, 8, 26, 40, 24, 2),
        hours=(6, 14, 10, 6, 14, 10, 10, 54),
        satisfaction=4.1,
        evening=0.1,
    ),
    SITUATIONS[6]: _Profile(
        share=4,
        frequency=(10, 20, 26, 26, 18),
        activities=(24, 16, 8, 24, 24, 20, 12),
        hours=(8, 10, 18, 24, 16, 16, 10, 18),
        satisfaction=2.9,
        evening=0.4,
    ),
}
_QUARTIER_WEIGHTS = (17, 29, 16, 22, 16)
_EVENING, _NEVER = HOURS[3], FREQUENCIES[-1]


def draw_answer(random: Random) -> dict[str, object]:
    """Return one answer by question key.

    A single choice is its label, a multiple choice a list of labels, a scale or a number an integer; « no_opinion »
    stands for « ne se prononce pas », and ``<key>.other`` holds what was typed beside « autre ». A question
    the person skipped is absent.
    """
    situation = random.choices(SITUATIONS, [_PROFILES[name].share for name in SITUATIONS])[0]
    profile = _PROFILES[situation]
    frequency = random.choices(FREQUENCIES, profile.frequency)[0]
    answer: dict[str, object] = {
        "situation": situation,
        "quartier": QUARTIERS[-1] if frequency == _NEVER else random.choices(QUARTIERS[:-1], _QUARTIER_WEIGHTS)[0],
        "frequency": frequency,
    }
    if random.random() < 0.94:
        answer["activities"] = _pick(
            random, ACTIVITIES, profile.activities, random.choices((1, 2, 3, 4), (3, 4, 3, 1))[0]
        )
        if random.random() < 0.06:
            answer["activities"] = answer["activities"][:3]
            answer["activities.other"] = random.choice(OTHER_ACTIVITIES)
    hours = _hours(random, profile)
    answer["satisfaction"] = _satisfaction(random, profile, frequency, hours)
    answer["best_hours"] = hours
    if random.random() < 0.88:
        answer["evening_hours"] = _evening_hours(random, profile, hours)
    if random.random() < 0.91:
        answer["trade_morning"] = _trade(random, profile, hours)
    if random.random() < 0.16:
        fitting = [each.text for each in WRITTEN_ANSWERS if each.situation in ("", situation)]
        answer["first_change"] = random.choice(fitting)
    return answer


def draw_answers(random: Random, count: int = RESPONDENTS) -> list[dict[str, object]]:
    """Return `count` answers in which each written sentence comes from one person whose situation fits."""
    answers = [draw_answer(random) for _ in range(count)]
    for answer in answers:
        answer.pop("first_change", None)
    # Sentences tied to a situation choose first: the others can come from anyone left.
    for written in sorted(WRITTEN_ANSWERS, key=lambda each: not each.situation):
        authors = [
            answer
            for answer in answers
            if "first_change" not in answer and written.situation in ("", answer["situation"])
        ]
        if authors:
            random.choice(authors)["first_change"] = written.text
    return answers


def _pick(random: Random, labels: Sequence[str], weights: Sequence[int], count: int) -> list[str]:
    """Draw without replacement, and give back in the order of the questionnaire."""
    left = dict(zip(labels, weights, strict=True))
    chosen = set()
    for _ in range(count):
        label = random.choices(list(left), list(left.values()))[0]
        chosen.add(label)
        del left[label]
    return [label for label in labels if label in chosen]


def _hours(random: Random, profile: _Profile) -> list[str]:
    if random.random() < profile.hours[-1] / 90:
        return [CURRENT_HOURS]
    return _pick(random, HOURS[:-1], profile.hours[:-1], random.choices((1, 2, 3), (3, 5, 3))[0])


def _satisfaction(random: Random, profile: _Profile, frequency: str, hours: list[str]) -> int | str:
    if random.random() < (0.45 if frequency == _NEVER else 0.04):
        return "no_opinion"
    centre = profile.satisfaction + (1.1 if hours == [CURRENT_HOURS] else -0.2)
    return min(5, max(1, round(random.gauss(centre, 0.9))))


def _evening_hours(random: Random, profile: _Profile, hours: list[str]) -> int:
    if hours == [CURRENT_HOURS]:
        return random.choices((0, 1, 2), (8, 1, 1))[0]
    if _EVENING in hours:
        return random.choices((2, 3, 4, 6, 8, 10, 12), (10, 9, 14, 8, 4, 2, 1))[0]
    return random.choices((0, 1, 2, 3, 4, 6), (8 - round(6 * profile.evening), 2, 5, 2, 2, 1))[0]


def _trade(random: Random, profile: _Profile, hours: list[str]) -> int | str:
    if random.random() < 0.07:
        return "no_opinion"
    centre = 2.0 + 2.1 * profile.evening + (0.5 if _EVENING in hours else -0.3)
    return min(5, max(1, round(random.gauss(centre, 1.1))))

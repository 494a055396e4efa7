"""The same twelve questions as a questionnaire's body and as a form page's fields, and what people answer."""

from participation.questionnaires.questions import Value

OPTIONS = ["Tous les jours", "Chaque semaine", "Chaque mois", "Jamais"]
KEYS = ["tous_les_jours", "chaque_semaine", "chaque_mois", "jamais"]
PLACES = ["Marché", "Jeux", "Repos", "Fêtes", "Sport"]
PLACE_KEYS = ["marche", "jeux", "repos", "fetes", "sport"]


def labels(names: list[str]) -> list[dict]:
    return [{"label": name} for name in names]


QUESTIONS = [
    *(
        (
            "single_choice",
            {"key": f"habit_{n}", "text": f"À quelle fréquence passez-vous ici ({n}) ?", "choices": labels(OPTIONS)},
        )
        for n in range(1, 5)
    ),
    *(
        ("multiple_choice", {"key": f"uses_{n}", "text": f"Que venez-vous y faire ({n}) ?", "choices": labels(PLACES)})
        for n in range(1, 3)
    ),
    *(
        (
            "scale",
            {"key": f"ease_{n}", "text": f"Vous y sentez-vous bien ({n}) ?", "steps": 5, "offers_no_opinion": False},
        )
        for n in range(1, 3)
    ),
    ("short_text", {"key": "word", "text": "En un mot ?", "max_length": 60}),
    ("long_text", {"key": "ideas", "text": "Que changer ?", "max_length": 1500}),
    *(
        (
            "number",
            {"key": f"count_{n}", "text": f"Combien d’arbres ({n}) ?", "minimum": 0, "maximum": 60, "decimals": 0},
        )
        for n in range(1, 3)
    ),
]
FIELD_TYPES = {
    "single_choice": "radio",
    "multiple_choice": "checkboxes",
    "scale": "radio",
    "short_text": "singleline",
    "long_text": "multiline",
    "number": "number",
}


def body(*, screens: int) -> list[tuple[str, dict]]:
    """The twelve questions on this many screens."""
    size = len(QUESTIONS) // screens
    blocks = []
    for number in range(screens):
        blocks.append(("section", {"title": f"Écran {number + 1}", "intro": ""}))
        blocks += QUESTIONS[number * size : (number + 1) * size]
    return blocks


def choices_of(question: dict) -> list[str]:
    if "choices" in question:
        return [choice["label"] for choice in question["choices"]]
    return [str(step + 1) for step in range(question.get("steps", 0))]


def values(number: int) -> dict[str, Value]:
    """What the person of that number answers: deterministic, every kind of question, some left blank."""
    given = {
        "ease_1": Value(choices=(str(number % 5 + 1),)),
        "ease_2": Value(choices=(str(number // 2 % 5 + 1),)),
        "uses_1": Value(choices=tuple(PLACE_KEYS[: number % 3 + 1])),
        "uses_2": Value(choices=(PLACE_KEYS[number % 5],)),
        "ideas": Value(text=f"Plus d’ombre, des bancs et {number} arbres autour de la fontaine."),
        "count_1": Value(number=str(number % 61)),
        "count_2": Value(number=str(number * 7 % 61)),
    }
    given |= {f"habit_{n}": Value(choices=(KEYS[(number + n) % 4],)) for n in range(1, 5)}
    if number % 3:
        given["word"] = Value(text=f"calme {number}")
    return given


def posted(values_given: dict[str, Value], keys: list[str], name_of) -> list[tuple[str, str]]:
    """The same answers as form fields; `name_of` gives a question's field name."""
    fields = []
    for key in keys:
        value = values_given.get(key, Value())
        fields += [(name_of(key), choice) for choice in value.choices]
        if value.text or value.number:
            fields.append((name_of(key), value.text or value.number))
    return fields

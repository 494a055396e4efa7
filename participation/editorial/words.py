"""Words as the search compares them: without accents, capitals or endings, alike on every database."""

import re
import unicodedata
from functools import cache, lru_cache

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
WORD = re.compile(r"[a-z0-9]+")
STEMMERS = {"fr": "french", "en": "english"}
# Articles and pronouns left alone by an elision (l’école, d’un, qu’il): they say nothing and every text has them.
ELIDED = {"c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu"}
ELISION = re.compile(r"\b(" + "|".join(sorted(ELIDED)) + r")['’ʼ′]")


def fold(text: str) -> str:
    """Lower case without accents: « L’Œuvre » gives "l'oeuvre"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return re.sub(r"[’ʼ′]", "'", bare.casefold().translate(LIGATURES))


def words(text: str) -> list[str]:
    """The words of a text, folded, without elided articles; hyphens and apostrophes part words."""
    return WORD.findall(ELISION.sub(" ", fold(text)))


@lru_cache(maxsize=20_000)
def stem(word: str, language: str = "fr") -> str:
    """What a folded word has in common with its plural and its family."""
    stemmer = _stemmer(STEMMERS.get(language, "french"))
    # Stemming again until nothing changes: a stem typed as a query must find itself.
    for _round in range(6):
        shorter = fold(stemmer.stemWord(_singular(word, language)))
        if shorter == word:
            break
        word = shorter
    return word


def stems(text: str, language: str = "fr") -> str:
    """The text as it is indexed and queried."""
    return " ".join(stem(word, language) for word in words(text))


@cache
def _stemmer(name: str):
    # Imported when first needed: thirty languages, 4 MiB, in processes that never search.
    import snowballstemmer

    return snowballstemmer.stemmer(name)


def _singular(word: str, language: str) -> str:
    # The stemmer knows accents that folding removed (vélos keeps its s), so plurals go first.
    if language != "fr" or len(word) < 4:
        return word
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux"):
        return f"{word[:-3]}al"
    if word[-1] in "sx" and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word

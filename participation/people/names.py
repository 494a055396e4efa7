"""Names people are known by: what may be chosen, and what is given to who chose nothing."""

import re
import secrets
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST_NAME = 40
SHORTEST_NAME = 2
# Stones, waters and heights of Clermont: neither feminine nor masculine, the same in both languages.
WORDS = (
    "Andésite", "Arkose", "Artière", "Aubrac", "Basalte", "Bédat", "Chanturgue", "Cratère", "Gergovie", "Lave",
    "Livradois", "Montjuzet", "Pariou", "Ponce", "Pouzzolane", "Sancy", "Tiretaine", "Trachyte", "Vivarais", "Volvic",
)  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that would pass for the city or its staff wherever they stand, folded (no accents, no case)…
RESERVED = _words("""
    mairie maire maires adjoint adjointe adjoints elu elue elus elues municipal municipale municipalite mayor councillor
    moderation moderateur moderatrice moderator admin administration administrateur administratrice administrator
    officiel officielle official webmaster prefecture prefet clermontparticipe
""")
# … and those that do so only when nothing else is said: « La Ville de Clermont-Ferrand », not « Un ami de la ville ».
RESERVED_ALONE = _words("ville city council communication redaction staff equipe support root system metropole")
_FILLING = _words("a au d de des du l la le les the of clermont ferrand auvergne participe")
# Letters and figures that look like Latin letters: « mаirie » with a Cyrillic а reads as the real word.
_LOOKALIKE_LETTERS = str.maketrans("аеорсухіѕјԁɡοαενι", "aeopcyxisjdgoaevi")
_LOOKALIKE_FIGURES = str.maketrans("0134$", "oieas")
_SEPARATORS = re.compile(r"[^a-z]+")


def new_pseudonym() -> str:
    """A name nobody chose: a word of the place and five figures. Unique in the database."""
    return f"{secrets.choice(WORDS)} {secrets.randbelow(90_000) + 10_000}"


def clean_display_name(typed: str) -> str:
    """The name as it may be shown, spaces tidied. Raises `ValidationError` in words for who typed it."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not name:
        return ""
    if any(unicodedata.category(character)[0] == "C" for character in name):
        raise ValidationError(_("This name holds signs that cannot be seen. Type it again by hand."), code="control")
    if "@" in name or re.search(r"\w\.\w{2,}(/|$)|https?:|www\.", name):
        raise ValidationError(
            _("Choose a name that is neither an e-mail address nor a web address: everybody may read it."),
            code="address",
        )
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or not any(character.isalpha() for character in name):
        raise ValidationError(
            _("Choose a name of %(least)s to %(most)s signs, with at least one letter.")
            % {"least": SHORTEST_NAME, "most": LONGEST_NAME},
            code="length",
        )
    if is_reserved(name):
        raise ValidationError(
            _("This name could be taken for the City’s or its staff’s. Choose another one."), code="reserved"
        )
    return name


def is_reserved(name: str) -> bool:
    """Whether the name would pass for the city or its staff, however it is spelled."""
    folded = _folded(name)
    return _is_reserved(folded) or _is_reserved(folded.translate(_LOOKALIKE_FIGURES))


def _is_reserved(folded: str) -> bool:
    words = [word for word in _SEPARATORS.split(folded) if word]
    said = [word for word in words if word not in _FILLING]
    return bool(
        any(word in RESERVED for word in words)
        or "".join(words) in RESERVED | RESERVED_ALONE
        or (said and RESERVED_ALONE.issuperset(said))
    )


def _folded(name: str) -> str:
    lower = unicodedata.normalize("NFKD", name).casefold().translate(_LOOKALIKE_LETTERS)
    return "".join(character for character in lower if not unicodedata.combining(character))


def shown(user) -> str:
    """What django-allauth calls somebody: never the user name, which was drawn at random."""
    return user.public_name

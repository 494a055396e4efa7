"""What the components are filled with: ordinary words, and words nobody had planned for."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Words:
    """One kind of content. `name` is a person's or a place's, `line` a few words, `text` a paragraph or three."""

    key: str
    label: Promise
    name: str
    title: str
    line: str
    text: str
    language: str = "fr"
    direction: str = "ltr"
    has_only_what_is_needed: bool = False


ORDINARY = Words(
    key="ordinary",
    label=_("Ordinary"),
    name="Maryam Benali",
    title="Quelle place pour les arbres, les jeux et le marché ?",
    line="Du mardi au samedi, de 9 h à 18 h",
    text="Trois scénarios pour la place. Dix questions, cinq minutes, sans compte.",
)
LEAST = Words(
    key="least",
    label=_("Only what is required"),
    name="Maryam Benali",
    title="Quelle place ?",
    line="Ouvert",
    text="Dix questions.",
    has_only_what_is_needed=True,
)
LONG = Words(
    key="long",
    label=_("Words of German length"),
    name="Maximiliana Donaudampfschifffahrtsgesellschaftskapitänswitwe-Rindfleischetikettierungsüberwachung",
    title="Straßenentwässerungsinvestitionskostenschuldendienstumlage und Grundstücksverkehrsgenehmigungszuständigkeit",
    line="Rechtsschutzversicherungsgesellschaftsangestelltenbeiratsvorsitzende@participation.example.org",
    text="https://participation.example.org/demarches/amenagement-de-la-place-du-marche-et-de-ses-abords?etape=consultation"
    " Kraftfahrzeughaftpflichtversicherungsbeitragsanpassungsverfahrensordnung",
    language="de",
)
LINES = Words(
    key="lines",
    label=_("Three lines and more"),
    name="Marie-Antoinette de La Tour d’Auvergne-Lauraguais, dite « Mam’zelle Nénette », née Chassaing de Montferrand",
    title="Pour que la place redevienne ce qu’elle était avant les travaux de 1998, avec ses marronniers, sa fontaine,"
    " son marché du jeudi, et un peu plus d’ombre pour les enfants qui attendent l’autobus",
    line="Tous les premiers jeudis du mois sauf jours fériés, de 9 h à 12 h 30 puis de 14 h à 17 h 45, sur rendez-vous"
    " pris au moins huit jours avant",
    text="Matin, soir ou samedi : quand les maisons de quartier doivent-elles ouvrir ?\n"
    "Vous avez répondu en septembre, la Ville a lu les 1 204 réponses.\n"
    "Elle garde six propositions sur neuf, en écarte trois, et dit pourquoi.",
)
ARABIC = Words(
    key="arabic",
    label=_("Right to left"),
    name="مريم بن علي",
    title="أي مكان للأشجار والألعاب والسوق في ساحة الحي؟",
    line="من الثلاثاء إلى السبت، من 9 إلى 18",
    text="ثلاثة تصورات للساحة. عشرة أسئلة، خمس دقائق، بدون حساب.",
    language="ar",
    direction="rtl",
)

KINDS = (ORDINARY, LONG, LINES, LEAST, ARABIC)

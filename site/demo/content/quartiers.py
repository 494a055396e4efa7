"""Five quartiers, their news and who has charge of them. Persons and news are invented; places are the city's own."""

from dataclasses import dataclass
from datetime import date

from demo.content.wording import Bilingual

say = Bilingual()

TITLE = say("Les quartiers", "The quartiers")
SLUG = "les-quartiers"
SUMMARY = say(
    "Clermont-Ferrand participe par cinq grands quartiers. Chacun a sa page, ses nouvelles et ses élu·e·s.",
    "Clermont-Ferrand takes part by five large quartiers. Each has its page, its news and its deputies.",
)
PORTFOLIO = "Adjointe de quartier (personne inventée pour la démonstration)"
OTHER_PORTFOLIO = "Adjoint de quartier (personne inventée pour la démonstration)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quartier:
    code: str
    name: str
    summary: str
    portrait: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuartierNews:
    quartier: str
    title: str
    slug: str
    summary: str
    published_on: date
    text: str


QUARTIERS = (
    Quartier(
        code="centre",
        name="Centre",
        summary=say(
            "De la place de Jaude à la gare, le cœur de la ville.",
            "From place de Jaude to the station, the heart of the city.",
        ),
        portrait=say.rich(
            "Jaude, Delille, les Carmes, Fontgiève, les Salins : on y habite, on y travaille, on y passe.",
            "Jaude, Delille, les Carmes, Fontgiève, les Salins: people live here, work here, pass through.",
        ),
    ),
    Quartier(
        code="nord",
        name="Nord",
        summary=say(
            "Montferrand, La Plaine, Croix-de-Neyrat, Champratel, Les Vergnes, La Gauthière.",
            "Montferrand, La Plaine, Croix-de-Neyrat, Champratel, Les Vergnes, La Gauthière.",
        ),
        portrait=say.rich(
            """
            La cité médiévale de Montferrand, les grands ensembles, les coteaux de Chanturgue : des lieux très
            différents, et des associations nombreuses.
            """,
            """
            The medieval town of Montferrand, large estates, the slopes of Chanturgue: very different places,
            and many associations.
            """,
        ),
    ),
    Quartier(
        code="sud",
        name="Sud",
        summary=say(
            "Saint-Jacques, Vallières, La Glacière, Neuf-Soleils, Fontaine-du-Bac.",
            "Saint-Jacques, Vallières, La Glacière, Neuf-Soleils, Fontaine-du-Bac.",
        ),
        portrait=say.rich(
            "L’hôpital, l’université, des pavillons et de grands immeubles, reliés par le tramway.",
            "The hospital, the university, houses and large blocks of flats, linked by the tram.",
        ),
    ),
    Quartier(
        code="est",
        name="Est",
        summary=say(
            "La Pardieu, l’Oradou, Anatole-France, Le Brézet, Crouël.",
            "La Pardieu, l’Oradou, Anatole-France, Le Brézet, Crouël.",
        ),
        portrait=say.rich(
            "Du puy de Crouël aux ateliers du Brézet : on y vit, et une grande partie de la ville y travaille.",
            "From the puy de Crouël to the workshops of Le Brézet: people live here, and much of the city works here.",
        ),
    ),
    Quartier(
        code="ouest",
        name="Ouest",
        summary=say(
            "Au pied des coteaux : Trémonteix et ses voisins.",
            "At the foot of the slopes: Trémonteix and its neighbours.",
        ),
        portrait=say.rich(
            "Des rues qui montent vers les vignes et les volcans, des jardins et un écoquartier.",
            "Streets that climb towards the vineyards and the volcanoes, gardens and an eco-quartier.",
        ),
    ),
)

NEWS = (
    QuartierNews(
        quartier="nord",
        title=say("Une balade pour parler des trottoirs", "A walk to talk about pavements"),
        slug="balade-trottoirs",
        summary=say(
            "Rendez-vous un samedi matin pour regarder ensemble ce qui gêne les poussettes et les fauteuils.",
            "Meet on a Saturday morning to look together at what gets in the way of prams and wheelchairs.",
        ),
        published_on=date(2026, 11, 12),
        text=say.rich(
            """
            Nous marcherons une heure, au rythme de chacun. Ce que vous montrerez sera noté et la réponse
            publiée ici. Cette nouvelle est inventée pour la démonstration.
            """,
            """
            We will walk for an hour, at everyone’s pace. What you point out will be noted and the answer
            published here. This news is invented for the demonstration.
            """,
        ),
    ),
    QuartierNews(
        quartier="sud",
        title=say("Le jardin partagé cherche des mains", "The shared garden is looking for hands"),
        slug="jardin-partage",
        summary=say(
            "Deux heures par mois suffisent, et personne n’a besoin de s’y connaître.",
            "Two hours a month are enough, and nobody needs to know how.",
        ),
        published_on=date(2026, 11, 9),
        text=say.rich(
            "Venez voir, sans vous inscrire. Cette nouvelle est inventée pour la démonstration.",
            "Come and see, no need to sign up. This news is invented for the demonstration.",
        ),
    ),
)

# The pages founding makes, as it calls them in French.
say("Actualités du quartier", "News of the quartier")
say("Permanences et rendez-vous", "Surgeries and meetings")

ENGLISH = say.english

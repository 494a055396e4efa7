"""The few images of the library, drawn for the demonstration."""

from pathlib import Path

from django.core.files.images import ImageFile

from participation.editorial.models import CityImage

FOLDER = Path(__file__).parent / "images"
CREDIT = "Dessin de démonstration"
# Name of the file → title, which is also its alternative text.
DRAWINGS = {
    "place": "Plan dessiné d’une place partagée entre un jardin et un marché",
    "maison": "Dessin d’une maison à la porte ouverte, devant des collines vertes",
    "enfants": "Dessin d’un enfant qui fait voler un cerf-volant devant des collines",
    "papier": "Dessin d’un questionnaire en papier, d’un crayon et d’une urne",
    "heures": "Dessin d’une maison de quartier dont l’horloge montre l’heure, entre la lune et le soleil",
}
OF_NEWS = {
    "place-des-tilleuls-trois-scenarios": "place",
    "maisons-de-quartier-la-reponse": "maison",
    "cours-d-ecole-bientot": "enfants",
    "repondre-sur-papier": "papier",
    "maisons-de-quartier-un-mois": "heures",
}


def ensure(name: str) -> CityImage:
    """The image of this name in the library, added when it is missing."""
    title = DRAWINGS[name]
    found = CityImage.objects.filter(title=title).first()
    if found:
        return found
    path = FOLDER / f"{name}.webp"
    with path.open("rb") as opened:
        image = CityImage(title=title, description=title, credit=CREDIT)
        image.file = ImageFile(opened, name=path.name)
        image.save()
    return image

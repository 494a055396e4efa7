"""The few images of the library, drawn for the demonstration."""

from pathlib import Path

from django.core.files.images import ImageFile

from participation.editorial.models import CityImage

FOLDER = Path(__file__).parent / "images"
CREDIT = "Dessin de démonstration"
# Name of the file → title, which is also its alternative text.
DRAWINGS = {
    "place": "Dessin d’une place partagée entre un jardin, des jeux et un marché",
    "quartiers": "Dessin d’un quartier : des maisons, des arbres et des gens qui se parlent",
    "ecole": "Dessin d’enfants réunis autour d’une table",
}
OF_NEWS = {
    "place-des-tilleuls-trois-scenarios": "place",
    "maisons-de-quartier-la-reponse": "quartiers",
    "cours-d-ecole-bientot": "ecole",
}


def ensure(name: str) -> CityImage | None:
    """The image of this name in the library, added when it is missing."""
    title = DRAWINGS[name]
    found = CityImage.objects.filter(title=title).first()
    path = FOLDER / f"{name}.webp"
    if found or not path.exists():
        return found
    with path.open("rb") as opened:
        image = CityImage(title=title, description=title, credit=CREDIT)
        image.file = ImageFile(opened, name=path.name)
        image.save()
    return image

"""The controlled vocabulary: twenty-four subjects, each under one of the three stakes of the 2021 report."""

from demo.content.records import Tag

TAGS = (
    Tag(slug="nature-en-ville", name="Nature en ville", name_en="Nature in the city", stake="ecological"),
    Tag(slug="climat", name="Climat", name_en="Climate", stake="ecological"),
    Tag(slug="energie", name="Énergie", name_en="Energy", stake="ecological"),
    Tag(slug="eau", name="Eau", name_en="Water", stake="ecological"),
    Tag(slug="mobilites", name="Mobilités", name_en="Getting around", stake="ecological"),
    Tag(slug="alimentation", name="Alimentation", name_en="Food", stake="ecological"),
    Tag(slug="dechets-reemploi", name="Déchets et réemploi", name_en="Waste and reuse", stake="ecological"),
    Tag(slug="espace-public", name="Places et rues", name_en="Squares and streets", stake="ecological"),
    Tag(slug="participation", name="Participation", name_en="Participation", stake="democratic"),
    Tag(slug="transparence", name="Transparence", name_en="Openness", stake="democratic"),
    Tag(slug="evaluation", name="Évaluation", name_en="Evaluation", stake="democratic"),
    Tag(slug="budget-de-la-ville", name="Budget de la Ville", name_en="City budget", stake="democratic"),
    Tag(slug="innovation-publique", name="Innovation publique", name_en="Public innovation", stake="democratic"),
    Tag(slug="services-publics", name="Services publics", name_en="Public services", stake="democratic"),
    Tag(slug="vie-de-quartier", name="Vie de quartier", name_en="Neighbourhood life", stake="democratic"),
    Tag(slug="numerique", name="Numérique", name_en="Digital life", stake="democratic"),
    Tag(slug="enfance-ecole", name="Enfance et école", name_en="Children and school", stake="social"),
    Tag(slug="jeunesse", name="Jeunesse", name_en="Young people", stake="social"),
    Tag(slug="solidarites", name="Solidarités", name_en="Solidarity", stake="social"),
    Tag(slug="sante", name="Santé", name_en="Health", stake="social"),
    Tag(slug="culture", name="Culture", name_en="Culture", stake="social"),
    Tag(slug="sport", name="Sport", name_en="Sport", stake="social"),
    Tag(slug="accessibilite", name="Accessibilité", name_en="Accessibility", stake="social"),
    Tag(slug="egalite", name="Égalité", name_en="Equality", stake="social"),
)

"""The eighteen mechanisms of the mission, one entry each: what it is, who takes part, how, and where it stands."""

from demo.content.mechanisms import (
    assemblies,
    budgets,
    evaluation,
    neighbourhoods,
    public_innovation,
    sources,
    voices,
    youth,
)
from demo.content.mechanisms.words import say
from demo.content.records import Mechanism
from demo.content.wording import typeset_all

MECHANISMS: tuple[Mechanism, ...] = typeset_all(
    (
        voices.CONSULTATION,
        neighbourhoods.QUARTIERS,
        neighbourhoods.QUARTIER_COUNCILS,
        budgets.RESIDENT_FUND,
        budgets.PARTICIPATORY_BUDGET,
        assemblies.CITIZEN_ASSEMBLY,
        voices.PETITION,
        assemblies.RESIDENTS_COUNCIL,
        youth.CHILDRENS_COUNCIL,
        youth.YOUTH_COUNCIL,
        neighbourhoods.CIVIC_HOUSE,
        youth.CIVIC_DAYS,
        evaluation.EVALUATION,
        budgets.CARBON_BUDGET,
        public_innovation.ADMINISTRATION_PROJECT,
        public_innovation.INNOVATIONS,
        public_innovation.INNOVATORS,
        evaluation.SUPPORT,
    )
)

ENGLISH = (
    say.english
    | {
        source.title: translated
        for source, translated in (
            (typeset_all(sources.REPORT), "Report no. 40, Clermont-Ferrand city council"),
            (typeset_all(sources.code("L2141-1")), "French general code of local authorities, article L2141-1"),
        )
    }
    | {typeset_all("en vigueur"): "in force"}
)

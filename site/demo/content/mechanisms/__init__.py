"""The eighteen mechanisms of the mission, one entry each: what it is, who takes part, how, and where it stands."""

from demo.content.mechanisms import assemblies, budgets, evaluation, neighbourhoods, public_innovation, voices, youth
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

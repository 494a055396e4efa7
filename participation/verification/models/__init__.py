"""What a person says of themselves, and how it was established."""

from .identities import Identity
from .lists import LawfulList, ListEntry
from .proofs import CounterCode, Letter, TieProof
from .statements import AgeStatement, Residence, TieStatement

__all__ = [
    "AgeStatement",
    "CounterCode",
    "Identity",
    "LawfulList",
    "Letter",
    "ListEntry",
    "Residence",
    "TieProof",
    "TieStatement",
]

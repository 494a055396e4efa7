"""Accounting for what the staff does with personal data: entries that nobody can change."""

from datetime import datetime

from .models import PersonalDataAct

Kind = PersonalDataAct.Kind


def record_act(*, kind: Kind, person, what: str, actor, now: datetime) -> PersonalDataAct:
    """Write down who read or changed what about whom. `person` is None for an act on many people at once; `what` names
    the kind of data, never the data."""
    return PersonalDataAct.objects.create(kind=kind, person=person, what=what, actor=actor, at=now)

"""Seen at a counter: the person shows a code of the account and a document, the officer says what it shows."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from participation.core.accounting import Kind, record_act
from participation.core.eligibility import Proof, Tie
from participation.core.secrets import ALPHABET, grouped, keyed_hash, normalised_code
from participation.people.models import User

from .models import CounterCode, TieProof
from .proving import ProofRefused, establish

HOURS_VALID = 24
LENGTH = 8


class Document(TextChoices):
    """What an officer may have seen. The kind is written down; no number, no name, no copy."""

    HOUSING = "housing", _("Bill, lease, housing certificate or rent receipt")
    TAX_NOTICE = "tax_notice", _("Tax notice or notice of an allowance")
    LIVES_OTHER = "lives_other", _("Another document that shows a home in the city")
    STUDENT_CARD = "student_card", _("Student card or school certificate")
    STUDIES_OTHER = "studies_other", _("Another document that shows studies in the city")
    PAYSLIP = "payslip", _("Payslip or employer’s certificate")
    WORKS_OTHER = "works_other", _("Another document that shows work in the city")

    @property
    def tie(self) -> Tie:
        """The tie it shows."""
        return next(tie for tie, documents in DOCUMENTS.items() if self in documents)


DOCUMENTS = {
    Tie.LIVES: (Document.HOUSING, Document.TAX_NOTICE, Document.LIVES_OTHER),
    Tie.STUDIES: (Document.STUDENT_CARD, Document.STUDIES_OTHER),
    Tie.WORKS: (Document.PAYSLIP, Document.WORKS_OTHER),
}


class NoSuchCode(ProofRefused):
    """No account shows this code now: mistyped, used or expired."""


class OwnAccount(ProofRefused):
    """Nobody establishes a tie for themselves: a colleague does."""


@transaction.atomic
def show_code(*, user: User, now: datetime) -> str:
    """A new code to show at the counter, for a day; an older one stops working."""
    code = "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))
    # Two presses take turns: an account has one code.
    User.objects.select_for_update().get(pk=user.pk)
    CounterCode.objects.filter(user=user).delete()
    CounterCode.objects.create(user=user, code_hash=_hash(code), expires_at=now + timedelta(hours=HOURS_VALID))
    return grouped(code, 4)


@transaction.atomic
def find_at_counter(*, typed: str, actor: User, now: datetime) -> User:
    """Whose code this is, so that the officer can ask whether it is theirs. Raises `NoSuchCode`, `OwnAccount`."""
    person = _shown(CounterCode.objects.all(), typed, actor, now).user
    record_act(kind=Kind.READ, person=person, what="account found at a counter", actor=actor, now=now)
    return person


@transaction.atomic
def check_at_counter(*, typed: str, document: Document, actor: User, now: datetime) -> TieProof:
    """The officer has seen this kind of document. Raises `NoSuchCode`, `OwnAccount`; the code is spent."""
    code = _shown(CounterCode.objects.select_for_update(of=("self",)), typed, actor, now)
    proof = establish(user=code.user, tie=document.tie, means=Proof.COUNTER, now=now, actor=actor)
    seen = f"tie seen at a counter: {document.tie} ({document})"
    record_act(kind=Kind.CHANGED, person=code.user, what=seen, actor=actor, now=now)
    code.delete()
    return proof


def _shown(codes: QuerySet[CounterCode], typed: str, actor: User, now: datetime) -> CounterCode:
    code = codes.filter(code_hash=_hash(normalised_code(typed)), expires_at__gt=now).select_related("user").first()
    if code is None or not code.user.is_active:
        raise NoSuchCode("no such code")
    if code.user == actor:
        raise OwnAccount("own account")
    return code


def _hash(code: str) -> str:
    return keyed_hash("counter", code)

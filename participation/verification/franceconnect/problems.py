"""What can go wrong on the way through FranceConnect, in words: what happened, what was kept, what to do."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Problem(TextChoices):
    """Every way this can end without signing in. The label is the title of the screen."""

    ABANDONED = "abandoned", _("You came back without signing in")
    OUTDATED = "outdated", _("This way in is no longer valid")
    UNAVAILABLE = "unavailable", _("FranceConnect does not answer")
    REFUSED = "refused", _("FranceConnect did not accept our request")
    UNTRUSTED = "untrusted", _("We could not check FranceConnect’s answer")
    TOO_MANY = "too_many", _("Too many tries from your network")
    OTHER_ACCOUNT = "other_account", _("Another account already has this identity")
    OTHER_IDENTITY = "other_identity", _("Your account already has another identity")
    OFFICE = "office", _("This account works for the City")
    CLOSED = "closed", _("This account can no longer be used")


TEXTS = {
    Problem.ABANDONED: _("Nothing was changed and nothing was stored. You can begin again, or choose another way."),
    Problem.OUTDATED: _(
        "It was begun in another window, more than ten minutes ago, or has been used already. Nothing was changed: "
        "begin again."
    ),
    Problem.UNAVAILABLE: _(
        "It may be out of order for a moment. Nothing was changed. Try again in a few minutes, or choose another way."
    ),
    Problem.REFUSED: _(
        "The fault is not yours: it lies between FranceConnect and this site. Nothing was changed. Choose another way."
    ),
    Problem.UNTRUSTED: _(
        "As a precaution we did not use it: nothing was changed and nothing was stored. Begin again; if it happens "
        "once more, choose another way and tell us."
    ),
    Problem.TOO_MANY: _("Nothing was changed. Try again in an hour, or choose another way."),
    Problem.OTHER_ACCOUNT: _(
        "One person has one account here. Nothing was changed. Sign out, then sign in with FranceConnect: you will "
        "find the account that has this identity."
    ),
    Problem.OTHER_IDENTITY: _(
        "It was confirmed for somebody else, or with another FranceConnect identity. Nothing was changed. If this is a "
        "mistake, write to us."
    ),
    Problem.OFFICE: _(
        "Nothing was changed. Accounts of the City’s staff sign in with their second factor; to take part as a "
        "resident, use an account of your own."
    ),
    Problem.CLOSED: _("It was closed or suspended. Nothing was changed. If this is a mistake, write to us."),
}

# Ours to answer for, theirs to answer for, or the person's own choice.
STATUS = {Problem.ABANDONED: 200, Problem.UNAVAILABLE: 503, Problem.REFUSED: 502, Problem.TOO_MANY: 429}
WITH_ANOTHER_TRY = frozenset({Problem.ABANDONED, Problem.OUTDATED, Problem.UNAVAILABLE, Problem.UNTRUSTED})

# The codes FranceConnect sends back; every other one is a request it did not like.
BY_ERROR_CODE = {
    "access_denied": Problem.ABANDONED,
    "server_error": Problem.UNAVAILABLE,
    "temporarily_unavailable": Problem.UNAVAILABLE,
}


class Refused(Exception):
    """Nobody is signed in. `reason` is for the log: it never holds what the other side sent."""

    def __init__(self, problem: Problem, reason: str):
        super().__init__(f"{problem.value}: {reason}")
        self.problem = problem
        self.reason = reason

"""Who may take part: one declarative rule, and the one function that answers for a person.

The rule is carried by every `Activity`. The person is seen as plain `Facts`, so that somebody without an account who
states something on their honour and somebody known to FranceConnect are judged by the same lines. Ages follow
birthdays: a birth year cannot decide whether somebody has reached 11 or 16, so what is known is “has reached N years
on that day”.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext


class Level(TextChoices):
    """How sure the city wants to be that one person takes part once."""

    NONE = "none", gettext_lazy("Open to all")
    EMAIL = "email", gettext_lazy("One answer per confirmed e-mail address")
    ACCOUNT = "account", gettext_lazy("One answer per account")
    TIE = "tie", gettext_lazy("One answer per account whose tie to the city is established")
    FRANCECONNECT = "franceconnect", gettext_lazy("One answer per person known to FranceConnect")


# These ask for an account: the others leave no more than a keyed hash behind.
WITH_ACCOUNT = frozenset({Level.ACCOUNT, Level.TIE, Level.FRANCECONNECT})


# Here a mark is kept that a person – an address, an account – has taken part.
COUNTS_PEOPLE = WITH_ACCOUNT | {Level.EMAIL}


class Tie(TextChoices):
    """What binds a person to the city."""

    LIVES = "lives", gettext_lazy("I live in Clermont-Ferrand")
    STUDIES = "studies", gettext_lazy("I study in Clermont-Ferrand")
    WORKS = "works", gettext_lazy("I work in Clermont-Ferrand")


class Proof(TextChoices):
    """How a tie to the city is established, from the lightest."""

    HONOUR = "honour", gettext_lazy("Declaration on honour")
    LETTER = "letter", gettext_lazy("Code received by post")
    COUNTER = "counter", gettext_lazy("Seen at a counter")
    LIST = "list", gettext_lazy("Found in a list kept for this purpose")


class Remedy(TextChoices):
    """What a person can do about an obstacle; the screen turns it into a link."""

    SIGN_IN = "sign_in", gettext_lazy("Sign in or create an account")
    STATE = "state", gettext_lazy("Answer these questions about yourself")
    PROVE = "prove", gettext_lazy("Establish my tie to the city")
    FRANCECONNECT = "franceconnect", gettext_lazy("Sign in with FranceConnect")
    GUARDIAN = "guardian", gettext_lazy("See where the confirmation stands")


@dataclass(frozen=True, kw_only=True)
class Eligibility:
    """The rule. Ages are in whole years, `maximum_age` included, counted on `age_on` (else on the day of the act).

    Of `ties`, `proofs` and `areas` (codes of quartiers) one is enough; empty asks nothing. `body` is the code of a
    council or group one must sit on.
    """

    level: Level = Level.NONE
    minimum_age: int | None = None
    maximum_age: int | None = None
    age_on: date | None = None
    ties: frozenset[Tie] = frozenset()
    proofs: frozenset[Proof] = frozenset({Proof.HONOUR})
    areas: frozenset[str] = frozenset()
    body: str = ""

    @property
    def needs_account(self) -> bool:
        return self.level in WITH_ACCOUNT

    @property
    def accepted_proofs(self) -> frozenset[Proof]:
        """Without an account there is nothing but the person’s word."""
        return self.proofs if self.needs_account else frozenset({Proof.HONOUR})

    @property
    def asked_ties(self) -> frozenset[Tie]:
        """The ties that count; the level “tie” without a choice takes any of them."""
        return self.ties or (frozenset(Tie) if self.level == Level.TIE else frozenset())

    @property
    def asks_about_person(self) -> bool:
        """Something must be stated or known beyond the level."""
        return bool(self.asked_ties or self.areas or self.body or self.thresholds)

    @property
    def thresholds(self) -> tuple[int, ...]:
        """The ages one must have reached, or not: at most two."""
        lowest = (self.minimum_age,) if self.minimum_age is not None else ()
        return lowest + ((self.maximum_age + 1,) if self.maximum_age is not None else ())

    def age_day(self, now: datetime) -> date:
        return self.age_on or timezone.localdate(now)


@dataclass(frozen=True, kw_only=True)
class AgeFact:
    """On that day the person had reached – or not – so many years."""

    years: int
    on: date
    has_reached: bool
    is_proved: bool = False

    @property
    def bound(self) -> tuple[int, int, int]:
        """Born on this day at the latest, where the age was reached; after it, where it was not."""
        return self.on.year - self.years, self.on.month, self.on.day

    def contradicts(self, other: "AgeFact") -> bool:
        """Nobody was born so that both are true."""
        if self.has_reached == other.has_reached:
            return False
        reached, missed = (self, other) if self.has_reached else (other, self)
        return reached.bound <= missed.bound


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a person at one moment.

    `ties` maps each tie somebody spoke about to the ways it was established: none when it was said not to exist. `area`
    is a code, None while unknown, "" for somewhere else than the areas there are.
    """

    has_account: bool = False
    is_email_confirmed: bool = False
    awaits_guardian: bool = False
    is_franceconnected: bool = False
    ages: tuple[AgeFact, ...] = ()
    ties: Mapping[Tie, frozenset[Proof]] = field(default_factory=dict)
    area: str | None = None
    bodies: frozenset[str] = frozenset()

    @property
    def believed_ages(self) -> tuple[AgeFact, ...]:
        """What is proved first; then the person's word, but for what a proof contradicts, said before or after it."""
        proved = tuple(fact for fact in self.ages if fact.is_proved)
        said = (fact for fact in self.ages if not fact.is_proved)
        return proved + tuple(fact for fact in said if not any(fact.contradicts(one) for one in proved))

    def has_reached(self, years: int, on: date) -> bool | None:
        """Whether the person has reached this age on that day; None when what is known does not say."""
        for fact in self.believed_ages:
            if fact.has_reached and fact.years >= years and fact.on <= on:
                return True
            if not fact.has_reached and fact.years <= years and fact.on >= on:
                return False
        return None


@dataclass(frozen=True)
class Obstacle:
    """Why not, in a sentence fit for the screen, and what the person can do about it (`None`: nothing)."""

    code: str
    sentence: str
    remedy: Remedy | None = None


def obstacles(*, rule: Eligibility, facts: Facts, now: datetime) -> tuple[Obstacle, ...]:
    """What keeps this person from taking part now, first things first; empty when nothing does.

    Someone who is not signed in yet is told only that, where an account is asked for. The confirmed address of the
    level “e-mail” is asked for when sending and is no obstacle before.
    """
    entrance = _entrance(rule, facts)
    if entrance:
        return (entrance,)
    found = (_age_obstacle(rule, facts, now), _tie(rule, facts), _area(rule, facts), _body(rule, facts))
    return tuple(one for one in found if one)


def _entrance(rule: Eligibility, facts: Facts) -> Obstacle | None:
    if not rule.needs_account:
        return None
    if not facts.has_account:
        if rule.level == Level.FRANCECONNECT:
            sentence = _("One takes part here once, with an identity confirmed by FranceConnect.")
            return Obstacle("franceconnect", sentence, Remedy.FRANCECONNECT)
        return Obstacle("sign_in", _("One takes part here once, with an account."), Remedy.SIGN_IN)
    if facts.awaits_guardian:
        sentence = _("Your account waits until a parent or guardian has confirmed it.")
        return Obstacle("guardian", sentence, Remedy.GUARDIAN)
    if rule.level == Level.FRANCECONNECT and not facts.is_franceconnected:
        sentence = _("Your account has not been confirmed by FranceConnect yet.")
        return Obstacle("franceconnect", sentence, Remedy.FRANCECONNECT)
    return None


def _age_obstacle(rule: Eligibility, facts: Facts, now: datetime) -> Obstacle | None:
    day = rule.age_day(now)
    reached = {years: facts.has_reached(years, day) for years in rule.thresholds}
    if rule.minimum_age is not None and reached[rule.minimum_age] is False:
        return Obstacle("too_young", _("This is for other ages: %(age)s") % _age(rule, day))
    if rule.maximum_age is not None and reached[rule.maximum_age + 1]:
        return Obstacle("too_old", _("This is for other ages: %(age)s") % _age(rule, day))
    if None in reached.values():
        return Obstacle("age_unknown", _("Your age is not known yet: %(age)s") % _age(rule, day), Remedy.STATE)
    return None


def _age(rule: Eligibility, day: date) -> dict[str, str]:
    return {"age": _("%(ages)s on %(day)s.") % {"ages": ages_in_words(rule), "day": formats.date_format(day, "j F Y")}}


def ages_in_words(rule: Eligibility) -> str:
    """“from 16 years”, “from 9 to 11 years”, “up to 29 years”; empty when no age is asked."""
    lowest, highest = rule.minimum_age, rule.maximum_age
    if lowest is not None and highest is not None:
        return _("from %(lowest)s to %(highest)s years") % {"lowest": lowest, "highest": highest}
    if lowest is not None:
        return ngettext("from %(n)s year", "from %(n)s years", lowest) % {"n": lowest}
    if highest is not None:
        return ngettext("up to %(n)s year", "up to %(n)s years", highest) % {"n": highest}
    return ""


def ties_in_words(rule: Eligibility) -> str:
    """“live, study or work”; empty when no tie is asked."""
    verbs = {Tie.LIVES: _("live"), Tie.STUDIES: _("study"), Tie.WORKS: _("work")}
    words = [verb for tie, verb in verbs.items() if tie in rule.asked_ties]
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s or %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def _tie(rule: Eligibility, facts: Facts) -> Obstacle | None:
    asked = rule.asked_ties
    if not asked:
        return None
    known = [tie for tie in asked if tie in facts.ties]
    stated = [tie for tie in known if facts.ties[tie]]
    # Whoever is known by face or by letter has also said so: any heavier proof carries the declaration on honour.
    accepted = rule.accepted_proofs
    if any(facts.ties[tie] & accepted or (Proof.HONOUR in accepted and facts.ties[tie]) for tie in stated):
        return None
    if stated:
        ways = ", ".join(str(Proof(proof).label).lower() for proof in sorted(accepted, key=list(Proof).index))
        sentence = _("Your tie to the city must be established first: %(ways)s.") % {"ways": ways}
        return Obstacle("tie_unproved", sentence, Remedy.PROVE)
    if len(known) == len(asked):
        sentence = _("This is for people who %(ties)s in Clermont-Ferrand.") % {"ties": ties_in_words(rule)}
        return Obstacle("no_tie", sentence)
    return Obstacle("tie_unknown", _("Your tie to the city is not known yet."), Remedy.STATE)


def _area(rule: Eligibility, facts: Facts) -> Obstacle | None:
    if not rule.areas or facts.area in rule.areas:
        return None
    if facts.area is None:
        return Obstacle("area_unknown", _("Your neighbourhood is not known yet."), Remedy.STATE)
    return Obstacle("other_area", _("This is for people of another neighbourhood."))


def _body(rule: Eligibility, facts: Facts) -> Obstacle | None:
    if not rule.body or rule.body in facts.bodies:
        return None
    return Obstacle("not_member", _("This is for the members of one council or group; your account is not among them."))

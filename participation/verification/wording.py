"""A rule in words, and the way round an obstacle as a link."""

from django.urls import reverse
from django.utils import formats
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from participation.core.eligibility import Eligibility, Obstacle, Remedy, ages_in_words, ties_in_words
from participation.territory.options import quartier_options

from .franceconnect import configuration

WAYS = {
    Remedy.SIGN_IN: "account_login",
    Remedy.PROVE: "verification:tie",
    Remedy.FRANCECONNECT: "franceconnect:entrance",
    Remedy.GUARDIAN: "people_guardian",
}


def conditions_in_words(rule: Eligibility) -> list[str]:
    """What the page tells residents before they begin, one sentence each; empty when everybody may take part."""
    said = []
    ages = ages_in_words(rule)
    if ages and rule.age_on:
        said.append(_("%(ages)s on %(day)s.") % {"ages": ages, "day": formats.date_format(rule.age_on, "j F Y")})
    elif ages:
        said.append(f"{ages}.")
    if rule.asked_ties:
        said.append(_("For people who %(ties)s in Clermont-Ferrand.") % {"ties": ties_in_words(rule)})
    if rule.areas:
        names = dict(quartier_options())
        listed = ", ".join(sorted(names.get(code, code) for code in rule.areas))
        said.append(_("For people of: %(names)s.") % {"names": listed})
    if rule.needs_account:
        said.append(_("With an account, so that everybody counts once."))
    return [sentence[:1].upper() + sentence[1:] for sentence in said]


def way_round(obstacle: Obstacle, *, next_url: str) -> dict[str, str] | None:
    """Address and label of what the person can do; None when it is done on the screen itself, or cannot be done."""
    name = WAYS.get(obstacle.remedy)
    if name is None or (obstacle.remedy == Remedy.FRANCECONNECT and configuration.current() is None):
        return None
    return {"url": f"{reverse(name)}?{urlencode({'next': next_url})}", "label": str(Remedy(obstacle.remedy).label)}

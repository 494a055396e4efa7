"""People of the other quartier: what they keep in their accounts, and what they said of themselves."""

from datetime import date, timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils import timezone
from wagtail.users.models import UserProfile

from participation.core.eligibility import Tie
from participation.mailing.models import Mail
from participation.people import guardians
from participation.people.models import User
from participation.privacy import copies
from participation.quartiers import portfolios
from participation.verification import counter, letters, lists, stating
from tests.deputies import give_charge, make_person
from tests.mailing.people import make_mails, make_subscriber
from tests.website import give_authenticator

from .words import CANARY

ADDRESS = f"{CANARY.lower()}@exemple.example"


def move_in(world) -> None:
    """A deputy with an absence, everything an account may hold, and a child who waits for a parent."""
    neighbour = User.objects.create_user(
        username=f"{CANARY}-login", email=ADDRESS, first_name="Sacha", last_name="Exemple"
    )
    portfolio = give_charge(neighbour, world.other)
    today = timezone.localdate()
    world.things.user, world.things.portfolio = neighbour, portfolio
    world.things.absence = portfolios.declare_absence(
        portfolio=portfolio,
        starts_on=today + timedelta(days=40),
        ends_on=today + timedelta(days=50),
        replaced_by=make_person(),
        now=timezone.now(),
        actor=None,
    )
    for name, person in world.people.items():
        if person:
            # Wagtail makes it on the first visit.
            UserProfile.get_for_user(person)
            EmailAddress.objects.get_or_create(user=person, email=person.email, verified=True, primary=True)
            if name != "resident":
                give_authenticator(person)
    _account_of(world)
    _child_of(world)
    _list_of(world)
    _news_of(world)
    world.people["neighbour"] = neighbour


def _account_of(world) -> None:
    neighbour = world.things.user
    EmailAddress.objects.create(user=neighbour, email=ADDRESS, verified=True, primary=True)
    give_authenticator(neighbour)
    world.things.passkey = Authenticator.objects.create(
        user=neighbour, type=Authenticator.Type.WEBAUTHN, data={"name": f"{CANARY} clé", "credential": {}}
    )
    things, now = world.things, timezone.now()
    address = f"{CANARY} rue\n63000 Clermont-Ferrand"
    officer = world.people["officers"]
    things.letter = letters.order_letter(
        user=neighbour, tie=Tie.LIVES, recipient=f"{CANARY} nom", address=address, now=now
    )
    things.letter_code = letters.code_on(things.letter)
    letters.print_letters(letters=[things.letter.pk], actor=officer, now=now)
    letters.mark_posted(letters=[things.letter.pk], actor=officer, now=now)
    things.copy_token = copies.ask(user=neighbour, session_key="of-another-browser", now=now)
    stating.state_ties(user=neighbour, ties={Tie.WORKS: True}, now=now)
    # Three more, one still to be printed, one to be posted and one the post may bring back.
    things.waiting, things.printed, things.posted = (
        letters.order_letter(user=make_person(), tie=Tie.LIVES, recipient=f"{CANARY} autre", address=address, now=now)
        for _number in range(3)
    )
    letters.print_letters(letters=[things.printed.pk, things.posted.pk], actor=officer, now=now)
    letters.mark_posted(letters=[things.posted.pk], actor=officer, now=now)
    things.counter_code = counter.show_code(user=things.waiting.user, now=now)


def _child_of(world) -> None:
    child = User.objects.create_user(
        username=f"{CANARY}-enfant", email=f"enfant-{ADDRESS}", reached_fifteen=False, display_name=f"{CANARY} enfant"
    )
    asked = guardians.ask(user=child, address=f"parent-{ADDRESS}", now=timezone.now())
    world.things.child, world.things.guardian_link = child, guardians.link_of(asked)
    world.people["child"] = make_person()
    world.people["child"].reached_fifteen = False
    world.people["child"].save()


def _news_of(world) -> None:
    """Somebody who asked for news, somebody who gets them, and a mail of unknown outcome."""
    now, things = timezone.now(), world.things
    things.asking = make_subscriber(f"demande-{ADDRESS}", confirmed=False)
    things.subscriber = make_subscriber(f"abonnee-{ADDRESS}")
    things.sending = make_mails([things.subscriber], [], now=now)
    Mail.objects.filter(sending=things.sending).update(
        state=Mail.State.HANDING, handed_at=now - timedelta(hours=1), due_at=now + timedelta(days=1)
    )


def _list_of(world) -> None:
    """A list that has the resident, and somebody else."""
    today = timezone.localdate()
    basis = lists.Basis(
        title="Liste que tout le monde lit",
        tie=Tie.STUDIES,
        purpose="But que tout le monde lit",
        legal_basis=f"{CANARY} texte",
        source=f"{CANARY} source",
        obtained_on=today,
        delete_on=today + timedelta(days=30),
    )
    people = [lists.Identity(surname=name, first_name="Pris", born_on=date(2001, 1, 1)) for name in ("Pris", CANARY)]
    world.things.people_list = lists.record_list(
        basis=basis, people=people, actor=world.people["administration"], now=timezone.now()
    )

"""The pages of a subscription: asking, confirming, choosing, leaving. Opening one never changes anything."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from participation.core.limits import are_within_limits, network_of
from participation.core.origin import is_from_here
from participation.editorial.querysets import in_language
from participation.people import mails
from participation.verification.views import own_screen

from . import subscribing, tokens
from .forms import AddressForm, ChoicesForm
from .models import Rhythm, Subscriber, hash_of
from .subscribing import Choices
from .writing import greeting_context

MAILS_PER_NETWORK = 60
MAILS_PER_ADDRESS = 3
# What a mail program sends when its reader presses its own button (RFC 8058): this and nothing else.
ONE_CLICK = {"List-Unsubscribe": ["One-Click"]}


def private(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    return response


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """The address; the POST writes to it. `?suivre=` names a page to follow."""
    page = _page_named(request.GET.get("suivre", ""))
    if request.method != "POST":
        return render(request, "mailing/subscribe.html", {"form": AddressForm(), "followed": page})
    form, now = AddressForm(request.POST), timezone.now()
    status = 422
    if form.is_valid():
        if request.POST.get("website"):
            return redirect("mailing:asked")
        status, problem = _write_to(request, form.cleaned_data["address"], page, now)
        if not problem:
            return redirect("mailing:asked")
        form.add_error("address", problem)
    return private(_screen(request, "subscribe", {"form": form, "followed": page}, status=status))


def _write_to(request: HttpRequest, address: str, page: Page | None, now) -> tuple[int, str]:
    """Send the question to the address; gives the status and what went wrong, if anything."""
    if not is_from_here(request):
        return 422, _silent_browser()
    limits = (
        ("news", network_of(request), MAILS_PER_NETWORK),
        ("news-address", hash_of(address), MAILS_PER_ADDRESS),
    )
    if not are_within_limits(limits, now=now):
        return 429, _("Too many messages were asked for. Try again in an hour.")
    followed = [str(page.translation_key)] if page else []
    subscriber = subscribing.ask(address=address, language=get_language(), followed=followed, now=now)
    context = greeting_context(subscriber) | {"title": page.title if page else ""}
    if page:
        context["choose_url"] += f"?suivre={page.translation_key}"
    template = "mailing/mail/known" if subscriber.confirmed_at else "mailing/mail/confirm"
    try:
        mails.send(template=template, address=address, context=context)
    except OSError:
        return 503, _("The message could not leave at this moment. Try again in some minutes.")
    return 302, ""


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """The message is on its way: the same words for every address, known or not."""
    return render(request, "mailing/asked.html", {"days": tokens.DAYS_TO_CONFIRM})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button: programs that open every link in a mail subscribe nobody."""
    try:
        key = tokens.confirmed_key(token)
    except tokens.BadLink:
        return _gone(request)
    if request.method == "POST" and is_from_here(request):
        subscriber = subscribing.confirm(key=key, now=timezone.now())
        if subscriber is None:
            return _gone(request)
        return private(redirect(_choices_url(subscriber) + "?confirme"))
    if not Subscriber.objects.filter(key=key).exists():
        return _gone(request)
    return private(_screen(request, "confirm", {}))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def choices(request: HttpRequest, token: str) -> HttpResponse:
    """How often, about what: from the link in each mail."""
    try:
        subscriber = Subscriber.objects.filter(key=tokens.chooser_key(token)).first()
    except tokens.BadLink:
        subscriber = None
    if subscriber is None:
        return _gone(request)
    now, present = timezone.now(), subscribing.choices_of(subscriber)
    form = _choices_form(request, present, now)
    if request.method == "POST" and is_from_here(request) and form.is_valid():
        kept = subscribing.choose(key=subscriber.key, choices=form.said(), language=get_language(), now=now)
        return private(redirect(_choices_url(kept) + "?garde" if kept else reverse("mailing:left")))
    context = {
        "form": form,
        "address": _masked(subscriber.address),
        "leave_url": reverse("mailing:unsubscribe", args=[tokens.leaving_token(subscriber)]),
    }
    return private(_screen(request, "choices", context))


@own_screen
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """The same from the account: no link is needed."""
    now, subscriber = timezone.now(), subscribing.of_account(user=request.user)
    address = subscriber.address if subscriber else subscribing.address_of(request.user)
    if not address:
        return render(request, "mailing/no_address.html")
    present = subscribing.choices_of(subscriber) if subscriber else Choices(rhythm=Rhythm.NONE)
    form = _choices_form(request, present, now)
    if request.method == "POST" and form.is_valid():
        kept = subscribing.choose_in_account(user=request.user, choices=form.said(), language=get_language(), now=now)
        return redirect(reverse("mailing:own") + ("?garde" if kept else "?fini"))
    return _screen(request, "choices", {"form": form, "address": address, "in_account": True})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """One click in a mail program, or a page with buttons for people."""
    try:
        key = tokens.leaver_key(token)
    except tokens.BadLink:
        return _gone(request)
    if request.method == "POST" and dict(request.POST.lists()) == ONE_CLICK and not request.FILES:
        subscribing.unsubscribe(key=key)
        return private(HttpResponse("OK", content_type="text/plain"))
    subscriber = Subscriber.objects.filter(key=key).first()
    if subscriber is None:
        return private(redirect("mailing:left"))
    if request.method == "POST" and is_from_here(request):
        less = request.POST.get("rhythm", "")
        if less in (Rhythm.MONTHLY, Rhythm.NONE):
            subscribing.lessen(key=key, rhythm=less)
            return private(redirect(request.path + "?garde"))
        subscribing.unsubscribe(key=key)
        return private(redirect("mailing:left"))
    present = subscribing.choices_of(subscriber)
    context = {
        "may_be_monthly": present.rhythm == Rhythm.WEEKLY,
        "may_only_follow": present.rhythm != Rhythm.NONE and bool(present.followed),
    }
    return private(_screen(request, "unsubscribe", context))


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """It is done."""
    return render(request, "mailing/left.html")


def _screen(request: HttpRequest, name: str, context: dict, *, status: int = 200) -> HttpResponse:
    """A screen of one person: its form carries a token, and a POST that came back says why."""
    form = context.get("form")
    errors = [
        {"id": form[field].id_for_label, "message": error}
        for field, found in (form.errors.items() if form is not None else ())
        for error in found
    ]
    if request.method == "POST" and not errors:
        errors, status = [{"id": "contenu", "message": _silent_browser()}], 422
    elif errors and status == 200:
        status = 422
    return render(request, f"mailing/{name}.html", context | {"errors": errors, "is_private": True}, status=status)


def _silent_browser() -> str:
    return _("Your browser did not say where this form came from. Nothing is lost: press the button once more.")


def _choices_form(request: HttpRequest, present: Choices, now) -> ChoicesForm:
    page = _page_named(request.GET.get("suivre", ""))
    if page is not None:
        followed = present.followed | {str(page.translation_key)}
        present = Choices(present.rhythm, present.subjects, present.mechanisms, followed)
    typed = request.POST if request.method == "POST" else None
    return ChoicesForm(typed, language=get_language(), now=now, choices=present)


def _choices_url(subscriber: Subscriber) -> str:
    return reverse("mailing:choices", args=[tokens.choices_token(subscriber)])


def _gone(request: HttpRequest) -> HttpResponse:
    return private(render(request, "mailing/gone.html", status=404))


def _page_named(key: str) -> Page | None:
    """The page to follow, if anybody may read it."""
    try:
        found = in_language([UUID(key)], get_language()) if key else []
    except ValueError:
        return None
    return found[0] if found else None


def _masked(address: str) -> str:
    """Enough to know one's own address again, too little to learn somebody else's."""
    name, _at, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"

"""Office screens: letters to print and post, the counter, lists of people. Every reading of a person is recorded."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from . import counter, letters, lists, own
from .keeping import DAYS_UNPOSTED
from .letters import State
from .models import LawfulList, Letter
from .office_forms import CounterCodeForm, DocumentForm, ListForm

LETTERS = "verification.post_letters"
COUNTER = "verification.check_at_counter"
LISTS = "verification.manage_lists"
# One batch of envelopes: what is left comes with the next.
AT_ONCE = 200


class RightMixin(WagtailAdminTemplateMixin):
    """A screen for holders of `right`, whatever the method."""

    right = ""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.right):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        here = {"url": "", "label": self.get_page_title()}
        return [*WagtailAdminTemplateMixin.breadcrumbs_items, *self.trail, here]

    @property
    def trail(self) -> list[dict]:
        """Breadcrumbs between the welcome screen and this one."""
        return []


class LettersView(RightMixin, TemplateView):
    """The letters by the work they make. Neither name nor address stands here: they are on the paper."""

    right = LETTERS
    template_name = "verification/office/letters.html"
    page_title = gettext_lazy("Letters with a code")
    header_icon = "mail"

    def get_context_data(self, **kwargs):
        now = timezone.now()
        return super().get_context_data(
            steps=[self._step(state, now) for state in State],
            days_unposted=DAYS_UNPOSTED,
            days_valid=letters.DAYS_VALID,
            **kwargs,
        )

    def _step(self, state: State, now) -> dict:
        found = letters.in_state(state, now=now)
        shown = list(found[:AT_ONCE])
        for letter in shown:
            letter.gone_on = timezone.localdate(letter.ordered_at) + timedelta(days=DAYS_UNPOSTED + 1)
            letter.is_own = letter.user_id == self.request.user.pk
        return {"state": state, "letters": shown, "count": found.count()}


class PrintView(RightMixin, View):
    """The sheets of the letters that were ticked, for window envelopes."""

    right = LETTERS
    http_method_names = ["post"]

    def post(self, request):
        now = timezone.now()
        printed = letters.print_letters(letters=_ticked(request), actor=request.user, now=now)
        if not printed:
            messages.warning(request, _("No letter was printed: tick at least one that has not left."))
            return redirect("verification_office:letters")
        # Residents read French on paper, whatever the officer reads on the screen.
        with override("fr"):
            context = {
                "sheets": [(letter, letters.code_on(letter)) for letter in printed],
                "today": timezone.localdate(now),
                # Posted later, it works longer: the paper promises no more than it may.
                "last_day": timezone.localdate(now) + timedelta(days=letters.DAYS_VALID - 1),
                "address": settings.WAGTAILADMIN_BASE_URL.removeprefix("https://").removeprefix("http://"),
                "page": reverse("verification:tie"),
            }
            response = render(request, "verification/office/sheets.html", context)
        response["Cache-Control"] = "private, no-store"
        return response


class PostedView(RightMixin, View):
    """The envelopes have left: names and addresses are forgotten."""

    right = LETTERS
    http_method_names = ["post"]

    def post(self, request):
        ticked = _ticked(request)
        # Outside the shown letters nothing is counted: one that was taken back must not leave.
        count = letters.mark_posted(letters=ticked, actor=request.user, now=timezone.now())
        if count:
            said = ngettext(
                "%(n)s letter is marked as posted; its name and address are forgotten.",
                "%(n)s letters are marked as posted; their names and addresses are forgotten.",
                count,
            )
            messages.success(request, said % {"n": count})
        gone = sorted(set(ticked) - set(Letter.objects.filter(pk__in=ticked).values_list("pk", flat=True)))
        if gone:
            said = _("Destroy these envelopes, they were taken back: %(numbers)s.")
            messages.error(request, said % {"numbers": ", ".join(map(str, gone))})
        elif not count:
            messages.warning(request, _("No letter was marked: tick those that have left."))
        return redirect("verification_office:letters")


class ReturnedView(RightMixin, View):
    """Envelopes came back: their codes die, their people are told on their screen."""

    right = LETTERS
    http_method_names = ["post"]

    def post(self, request):
        count = letters.mark_returned(letters=_ticked(request), actor=request.user, now=timezone.now())
        if count:
            said = ngettext(
                "%(n)s letter is marked as returned: its code no longer works. Destroy the envelope.",
                "%(n)s letters are marked as returned: their codes no longer work. Destroy the envelopes.",
                count,
            )
            messages.success(request, said % {"n": count})
        else:
            messages.warning(request, _("No letter was marked: tick those that came back."))
        return redirect("verification_office:letters")


class CounterView(RightMixin, FormView):
    """First the code the person shows, then whose it is and what document was seen."""

    right = COUNTER
    template_name = "verification/office/counter.html"
    page_title = gettext_lazy("Counter")
    header_icon = "user"
    form_class = CounterCodeForm

    def post(self, request, *args, **kwargs):
        if "document" in request.POST or "confirm" in request.POST:
            return self._confirm()
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        return self._second_step(DocumentForm(initial={"code": form.cleaned_data["code"]}), form)

    def _second_step(self, document_form, form=None, *, status=200):
        code, now = form.cleaned_data["code"] if form else document_form.data.get("code", ""), timezone.now()
        try:
            person = counter.find_at_counter(typed=code, actor=self.request.user, now=now)
        except counter.ProofRefused as refused:
            return self._refused(code, refused)
        context = self.get_context_data(
            form=document_form, person=person, ties=own.known_ties(user=person, now=now), next_step=True
        )
        return self.render_to_response(context, status=status)

    def _confirm(self):
        form = DocumentForm(self.request.POST)
        if not form.is_valid():
            return self._second_step(form, status=422)
        said = form.cleaned_data
        try:
            counter.check_at_counter(
                typed=said["code"], document=said["document"], actor=self.request.user, now=timezone.now()
            )
        except counter.ProofRefused as refused:
            return self._refused(said["code"], refused)
        messages.success(self.request, _("The tie to the city is established. The code is used up."))
        return redirect("verification_office:counter")

    def _refused(self, code: str, refused: counter.ProofRefused):
        form = CounterCodeForm({"code": code})
        if isinstance(refused, counter.OwnAccount):
            text = _("This is your own account: a colleague must check it. Nothing was changed.")
        else:
            text = _(
                "No account shows this code now. Read it again; older than a day or used once, it no longer works: the "
                "person can show another one at once."
            )
        form.add_error("code", text)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ListsView(RightMixin, TemplateView):
    """The lists there are and were, each with its reasons."""

    right = LISTS
    template_name = "verification/office/lists.html"
    page_title = gettext_lazy("Lists of people")
    header_icon = "list-ul"

    def get_context_data(self, **kwargs):
        counted = LawfulList.objects.annotate(
            people=Count("entries"), matched=Count("entries", filter=Q(entries__is_taken=True))
        )
        return super().get_context_data(
            in_use=counted.filter(deleted_on=None), gone=counted.filter(deleted_on__isnull=False), **kwargs
        )


class OneListMixin(RightMixin):
    right = LISTS
    header_icon = "list-ul"

    @property
    def trail(self) -> list[dict]:
        return [{"url": reverse("verification_office:lists"), "label": ListsView.page_title}]


class AddListView(OneListMixin, FormView):
    """Record a list: its reasons first, its file last; all of it or nothing."""

    template_name = "verification/office/add_list.html"
    page_title = gettext_lazy("Record a list")
    form_class = ListForm

    def form_valid(self, form):
        recorded = lists.record_list(
            basis=lists.Basis(**form.basis),
            people=form.cleaned_data["file"],
            actor=self.request.user,
            now=timezone.now(),
        )
        count = recorded.entries.count()
        said = ngettext("The list is recorded: %(n)s person.", "The list is recorded: %(n)s people.", count)
        messages.success(self.request, said % {"n": count})
        return redirect("verification_office:lists")

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"media": context["form"].media}


class DeleteListView(OneListMixin, TemplateView):
    """Ask once more, then delete a list's people."""

    template_name = "verification/office/delete_list.html"
    page_title = gettext_lazy("Delete a list")

    def get_context_data(self, **kwargs):
        return super().get_context_data(list=self._list(), **kwargs)

    def post(self, request, pk: int):
        count = lists.delete_now(people_list=self._list(), actor=request.user, now=timezone.now())
        said = ngettext("%(n)s person of the list is deleted.", "%(n)s people of the list are deleted.", count)
        messages.success(request, said % {"n": count})
        return redirect("verification_office:lists")

    def _list(self) -> LawfulList:
        return get_object_or_404(LawfulList, pk=self.kwargs["pk"], deleted_on=None)


def _ticked(request) -> list[int]:
    """The letters that were ticked, or all that the screen showed."""
    return [
        int(typed) for typed in request.POST.getlist("letter")[: 2 * AT_ONCE] if typed.isdecimal() and len(typed) < 18
    ]

"""The consultation page: promise, one body mixing content and questions, results and the city's reply."""

from copy import copy

from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from participation.core.models import Activity, WindowChange
from participation.core.prepared import PreparedQuery
from participation.core.status import Status
from participation.editorial.blocks import TEXT_FEATURES, DocumentsBlock, EditorialStreamBlock, TimelineStepBlock
from participation.editorial.pages import EditorialPage
from participation.editorial.panels import NamedTab
from participation.processes import listing
from participation.processes.pages import ActivityPage
from participation.questionnaires import results
from participation.questionnaires.body import QuestionnaireBody
from participation.questionnaires.documents import Document, compiled
from participation.questionnaires.flow import find_box, other_language, screen_items
from participation.questionnaires.freezing import document_of, latest_versions
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.rendering import blank_items
from participation.verification.wording import conditions_in_words

from .blocks import DecisionBlock, NextStepBlock
from .forms import ConsultationForm

KIND = "consultation"
REPLY_TAB = "reply"


class Degree(models.TextChoices):
    """How much is shared, from telling to deciding together; printed on the page."""

    INFORMATION = "information", _("Information")
    CONSULTATION = "consultation", _("Consultation")
    CONCERTATION = "concertation", _("Concertation")
    CO_CONSTRUCTION = "co_construction", _("Co-construction")


class ConsultationPage(RoutablePageMixin, ActivityPage):
    """A subject explained and its questions, in one body."""

    object = RichTextField(_("what it is about"), blank=True, features=TEXT_FEATURES)
    open_points = RichTextField(_("what is open"), blank=True, features=TEXT_FEATURES)
    closed_points = RichTextField(_("what is not open"), blank=True, features=TEXT_FEATURES)
    degree = models.CharField(_("degree"), max_length=20, choices=Degree.choices, default=Degree.CONSULTATION)
    decider = models.CharField(
        _("who decides"), max_length=255, blank=True, help_text=_("The council, the mayor… and on what advice.")
    )
    decision_date = models.CharField(
        _("when"), max_length=120, blank=True, help_text=_("As it should be read: “March 2027”.")
    )
    contact = RichTextField(_("contact"), blank=True, features=["bold", "link"])
    offline_ways = RichTextField(
        _("taking part without the internet"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Paper, meetings, telephone."),
    )
    timeline = StreamField([("step", TimelineStepBlock())], blank=True, verbose_name=_("timeline"))
    documents = StreamField([("documents", DocumentsBlock())], blank=True, max_num=1, verbose_name=_("documents"))
    body = StreamField(QuestionnaireBody(), blank=True, verbose_name=_("content and questions"))

    results_visibility = models.CharField(
        _("results can be read"),
        max_length=12,
        choices=Questionnaire.Results.choices,
        default=Questionnaire.Results.AFTER_CLOSE,
    )
    are_results_published = models.BooleanField(
        _("open the results page to the public"),
        default=True,
        help_text=_("Never before the close, unless “live” is chosen."),
    )
    shows_participants = models.BooleanField(_("show the number of participants"), default=True)
    requires_proof_of_work = models.BooleanField(
        _("ask the browser for a small computation"),
        default=False,
        help_text=_("Against robots; an e-mail code replaces it."),
    )

    synthesis = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("what you said"))
    decisions = StreamField([("decision", DecisionBlock())], blank=True, verbose_name=_("what was decided and why"))
    next_steps = StreamField([("step", NextStepBlock())], blank=True, verbose_name=_("where we stand"))
    is_archived = models.BooleanField(_("archived"), default=False)

    parent_page_types = [
        "processes.ProcessPage",
        "processes.MechanismPage",
        "processes.CataloguePage",
    ]
    subpage_types: list[str] = []
    base_form_class = ConsultationForm
    description_sources = ("summary", "object")
    template = "consultations/consultation_page.html"

    override_translatable_fields = [
        *ActivityPage.shared_by_languages,
        SynchronizedField("degree", overridable=False),
        SynchronizedField("results_visibility", overridable=False),
        SynchronizedField("are_results_published", overridable=False),
        SynchronizedField("shows_participants", overridable=False),
        SynchronizedField("requires_proof_of_work", overridable=False),
        SynchronizedField("is_archived", overridable=False),
    ]

    subject_panels = [
        *EditorialPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("object"),
                FieldPanel("open_points"),
                FieldPanel("closed_points"),
                FieldPanel("degree"),
                FieldRowPanel([FieldPanel("decider"), FieldPanel("decision_date")]),
            ],
            heading=_("What the city asks and promises"),
        ),
        MultiFieldPanel([FieldPanel("offline_ways"), FieldPanel("contact")], heading=_("Other ways to take part")),
        FieldPanel("timeline"),
        FieldPanel("documents"),
    ]
    body_panels = [
        FieldPanel("confirms_change"),
        FieldPanel(
            "body",
            help_text=_(
                "Press + to add a text, an image, a question… in the order people read them."
                " “New screen” begins what is shown next on a phone."
            ),
        ),
    ]
    rules_panels = [
        *ActivityPage.window_panels,
        *ActivityPage.eligibility_panels,
        FieldPanel("requires_proof_of_work"),
        MultiFieldPanel(
            [FieldPanel("results_visibility"), FieldPanel("are_results_published"), FieldPanel("shows_participants")],
            heading=_("Results"),
        ),
    ]
    reply_panels = [
        FieldPanel(
            "synthesis", help_text=_("Publishing it moves the consultation to “summary published”, once it has closed.")
        ),
        FieldPanel("decisions", help_text=_("Publishing the first one moves it to “answer published”.")),
        FieldPanel("next_steps"),
        FieldPanel("is_archived"),
    ]

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")

    @classmethod
    def get_edit_handler(cls):
        """Tabs in the order of the task: subject, questions, calendar and rules, reply; then sharing, publication."""
        tabs = [
            ObjectList(cls.subject_panels, heading=_("1. Subject")),
            ObjectList(cls.body_panels, heading=_("2. Questions")),
            ObjectList(cls.rules_panels, heading=_("3. Calendar")),
            NamedTab(cls.reply_panels, heading=_("4. Reply"), name=REPLY_TAB),
            ObjectList(cls.promote_panels, heading=_("Sharing")),
            ObjectList(cls.settings_panels, heading=_("Publication")),
        ]
        return TabbedInterface(
            [tab for tab in tabs if tab.children], base_form_class=cls.base_form_class
        ).bind_to_model(cls)

    preview_modes = [("", _("As people see it")), ("screens", _("All questions, screen by screen"))]

    @cached_property
    def box(self) -> Questionnaire | None:
        return find_box(self.ballot_key)

    @property
    def language(self) -> str:
        return self.locale.language_code

    def searchable_texts(self) -> list[str]:
        """Everything on the page; the reply only from the close on, for a reply prepared early is not public yet."""
        if self.box is None or timezone.now() < self.box.activity.closes_at:
            self = copy(self)
            self.synthesis, self.decisions, self.next_steps = [], [], []
        return super().searchable_texts()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        is_preview = getattr(request, "is_preview", False)
        if is_preview or self.box is None:
            context.update(self._draft_context(is_open=is_preview))
        else:
            context.update(self._live_context(now))
        return context

    def _draft_context(self, *, is_open: bool) -> dict:
        """What an editor previews: the real form, made from the draft, blanks and all."""
        document = Document.from_json(document_of(self.body, language=self.language, title=self.title))
        return {
            "status": Status.OPEN if is_open else Status.ANNOUNCED,
            "status_label": (Status.OPEN if is_open else Status.ANNOUNCED).label,
            "opens_at": self.opens_at,
            "closes_at": self.closes_at,
            "screens": _screens(document),
            "total": len(document.screens),
            "key": self.ballot_key,
            "rule": self.eligibility,
            "conditions": conditions_in_words(self.eligibility),
            "window_changes": [],
        }

    def _live_context(self, now) -> dict:
        activity = self.box.activity
        status = activity.status_at(now)
        latest = latest_versions(self.box)
        version = latest.get(self.language) or next(iter(latest.values()), None)
        document = compiled(version) if version else None
        has_participants = self.box.shows_participants and status != Status.ANNOUNCED
        return {
            "status": status,
            "status_label": status.label,
            "opens_at": activity.opens_at,
            "closes_at": activity.closes_at,
            "time_left": listing.time_left(activity, now) if status == Status.OPEN else "",
            "share_gone": listing.share_gone(activity, now),
            "document": document,
            "version": version,
            "screens": SimpleLazyObject(lambda: _live_screens(version, document, status)) if document else [],
            "total": len(document.screens) if document else 0,
            "key": activity.key,
            "rule": activity.eligibility,
            "conditions": conditions_in_words(activity.eligibility),
            "participants": results.participants(questionnaire=self.box) if has_participants else None,
            "are_results_public": results.are_public(questionnaire=self.box, now=now),
            "is_reply_public": now >= activity.closes_at,
            "results_url": self.get_url() + self.reverse_subpage("results"),
            "window_changes": _changes_of.fetch(activity=activity.pk),
            "other_language": other_language(self.box, latest),
        }

    def get_preview_template(self, request, mode_name):
        return (
            "consultations/preview_screens.html"
            if mode_name == "screens"
            else super().get_preview_template(request, mode_name)
        )

    @path("resultats/", name="results")
    def results_page(self, request):
        """The results, for everybody, once their time has come; before that there is nothing at this address."""
        if self.box is None:
            raise Http404
        now = timezone.now()
        try:
            found = results.read_public(questionnaire=self.box, language=self.language, now=now)
        except results.ResultsNotPublic as error:
            raise Http404 from error
        context = {"results": found, "is_results_page": True, "page_title": _("Results")}
        return self.render(request, context_overrides=context, template="consultations/results_page.html")


_changes_of = PreparedQuery(
    lambda activity: WindowChange.objects.filter(activity=activity), activity=lambda: Activity._meta.pk
)


def _screens(document: Document) -> list[dict]:
    """Each screen with its items ready to show, nothing filled in."""
    return [{"screen": screen, "items": screen_items(screen, {}, {})} for screen in document.screens]


def _live_screens(version: Version, document: Document, status: Status) -> list[dict]:
    """While it is open only the first screen is on the page, rendered once for everybody; else all of them, to read."""
    if status != Status.OPEN:
        return _screens(document)
    return [
        {"screen": screen, "ready": blank_items(version=version, screen=screen, above=2)}
        for screen in document.screens[:1]
    ]

"""The process and the four consultations, published the way editors publish."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from demo import files, streams, tree
from demo.content import announced_consultation, hours_consultation, name_consultation, records, square_consultation
from demo.content.days import PARIS
from participation.consultations.pages import ConsultationPage
from participation.consultations.publication import record_publication
from participation.editorial.models import CityDocument
from participation.people.models import User
from participation.processes.pages import MechanismPage, ProcessPage

# What a consultation and its record call by the same name.
PLAIN = (
    "object",
    "open_points",
    "closed_points",
    "degree",
    "audience",
    "decider",
    "decision_date",
    "contact",
    "illustration",
    "level",
    "minimum_age",
)
ANNOUNCED_BEFORE = timedelta(days=7)


def load_process(mechanism: MechanismPage, *, by: User) -> ProcessPage:
    process = square_consultation.PROCESS
    return tree.ensure(
        ProcessPage,
        mechanism,
        by=by,
        **tree.fields_of(process, "audience", "illustration", "promise", "governance"),
        timeline=streams.steps(process.timeline),
        documents=streams.documents(files.square()),
    )


def load_open(parent: Page, *, today: date, by: User) -> ConsultationPage:
    return load(square_consultation.CONSULTATION, parent, today=today, documents=files.square(), by=by)


def load_announced(parent: Page, *, today: date, by: User) -> ConsultationPage:
    return load(announced_consultation.CONSULTATION, parent, today=today, documents=[], by=by)


def load_with_conditions(parent: Page, *, today: date, by: User) -> ConsultationPage:
    return load(name_consultation.CONSULTATION, parent, today=today, documents=[], by=by)


def load_closed(parent: Page, *, today: date, by: User) -> ConsultationPage:
    return load(hours_consultation.CONSULTATION, parent, today=today, documents=files.hours(), by=by)


@transaction.atomic
def load(
    record: records.Consultation, parent: Page, *, today: date, documents: list[CityDocument], by: User
) -> ConsultationPage:
    """The consultation page; when it is new, its records say it was announced a week before it opened."""
    found = tree.find(ConsultationPage, parent, record.slug)
    if found:
        return found
    window = record.window(today)
    page = tree.create(
        ConsultationPage,
        parent,
        by=by,
        **tree.fields_of(record, *PLAIN),
        offline_ways=record.offline,
        ties=list(record.ties),
        opens_at=window.opens_at,
        closes_at=window.closes_at,
        timeline=streams.steps(record.timeline),
        documents=streams.documents(documents),
        body=streams.body(record.body),
    )
    announced_at = min(timezone.now(), window.opens_at - ANNOUNCED_BEFORE)
    record_publication(page=page, now=announced_at, by=by)
    tree.publish(page, by=by)
    return ConsultationPage.objects.get(pk=page.pk)


def load_reply(page: ConsultationPage, *, by: User) -> None:
    """The city's reply, its two stages recorded on the days the content says."""
    if page.synthesis or page.decisions:
        return
    reply = hours_consultation.REPLY
    with transaction.atomic():
        tree.fill(page, synthesis=[("text", reply.synthesis)])
        record_publication(page=page, now=_noon(reply.synthesis_on), by=by)
        tree.fill(page, decisions=streams.decisions(reply.decisions), next_steps=streams.next_steps(reply.next_steps))
        record_publication(page=page, now=_noon(reply.answered_on), by=by)
        tree.publish(page, by=by)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=PARIS)

"""Who may take part, as an editor sets it on a page."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from participation.core.eligibility import WITH_ACCOUNT, Eligibility, Level, Proof, Tie
from participation.core.fields import ChoiceListField
from participation.territory.options import quartier_options

AGES = [MinValueValidator(1), MaxValueValidator(120)]
FIELDS = ("level", "minimum_age", "maximum_age", "age_on", "ties", "proofs", "areas")


class WithEligibility(models.Model):
    """The rule of an activity on its page; frozen with the window once it has opened."""

    level = models.CharField(
        gettext_lazy("who may take part"), max_length=15, choices=Level.choices, default=Level.NONE
    )
    minimum_age = models.PositiveSmallIntegerField(
        gettext_lazy("from this age"), null=True, blank=True, validators=AGES
    )
    maximum_age = models.PositiveSmallIntegerField(
        gettext_lazy("up to this age, included"), null=True, blank=True, validators=AGES
    )
    age_on = models.DateField(
        gettext_lazy("age counted on"),
        null=True,
        blank=True,
        help_text=gettext_lazy("Empty: on the day the person takes part."),
    )
    ties = ChoiceListField(
        gettext_lazy("tie to the city"),
        options=lambda: Tie.choices,
        help_text=gettext_lazy("One of those ticked is enough. None ticked: not asked."),
    )
    proofs = ChoiceListField(
        gettext_lazy("how the tie is established"),
        options=lambda: Proof.choices,
        help_text=gettext_lazy("One of those ticked is enough. Beyond a declaration on honour an account is needed."),
    )
    areas = ChoiceListField(
        gettext_lazy("neighbourhoods"),
        options=quartier_options,
        help_text=gettext_lazy("None ticked: the whole city."),
    )

    eligibility_panels = [
        MultiFieldPanel(
            [
                FieldPanel("level"),
                FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age"), FieldPanel("age_on")]),
                FieldPanel("ties"),
                FieldPanel("proofs"),
                FieldPanel("areas"),
            ],
            heading=gettext_lazy("Who may take part"),
            help_text=gettext_lazy(
                "Ask only what this subject needs: each condition is one more question to residents."
            ),
        )
    ]
    eligibility_shared = [SynchronizedField(name, overridable=False) for name in FIELDS]

    class Meta:
        abstract = True

    @property
    def eligibility(self) -> Eligibility:
        return Eligibility(
            level=Level(self.level),
            minimum_age=self.minimum_age,
            maximum_age=self.maximum_age,
            age_on=self.age_on,
            ties=frozenset(map(Tie, self.ties)),
            proofs=frozenset(map(Proof, self.proofs)) or frozenset({Proof.HONOUR}),
            areas=frozenset(self.areas),
        )

    def clean(self):
        super().clean()
        if self.minimum_age and self.maximum_age and self.maximum_age < self.minimum_age:
            raise ValidationError({"maximum_age": _("The upper age must not be below the lower one.")})
        if set(self.proofs) - {Proof.HONOUR} and self.level not in WITH_ACCOUNT:
            raise ValidationError({"proofs": _("A tie can be established only for people with an account.")})

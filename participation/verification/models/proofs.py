"""How a tie to the city was established, beyond a person's word."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from participation.core.eligibility import Proof, Tie

BEYOND_HONOUR = [(proof.value, proof.label) for proof in Proof if proof != Proof.HONOUR]


class TieProof(models.Model):
    """That a tie was established, how and until when. What was shown for it is not kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tie_proofs")
    tie = models.CharField(_("tie to the city"), max_length=10, choices=Tie.choices)
    means = models.CharField(_("established by"), max_length=10, choices=BEYOND_HONOUR)
    established_on = models.DateField(_("established on"))
    ends_on = models.DateField(_("valid before"))
    established_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("checked by")
    )

    class Meta:
        verbose_name = _("established tie")
        verbose_name_plural = _("established ties")
        constraints = [
            models.UniqueConstraint(fields=["user", "tie", "means"], name="one_proof_per_means"),
            models.CheckConstraint(condition=Q(tie__in=Tie.values), name="tie_proof_known"),
            models.CheckConstraint(
                condition=Q(means__in=[value for value, _label in BEYOND_HONOUR]), name="tie_proof_beyond_honour"
            ),
            models.CheckConstraint(condition=Q(ends_on__gt=F("established_on")), name="tie_proof_ends_later"),
        ]

    def __str__(self) -> str:
        return f"{self.tie} / {self.means}"


class Letter(models.Model):
    """A code on its way by post. Name and address are there until the letter has left, the code never is."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="letter")
    tie = models.CharField(_("tie to the city"), max_length=10, choices=Tie.choices)
    recipient = models.CharField(_("name on the letter"), max_length=120, blank=True)
    address = models.TextField(_("address"), max_length=300, blank=True)
    ordered_at = models.DateTimeField(_("asked for"))
    nonce = models.CharField(max_length=32)
    printed_at = models.DateTimeField(_("printed"), null=True, blank=True)
    posted_at = models.DateTimeField(_("posted"), null=True, blank=True)
    returned_on = models.DateField(_("returned by the post"), null=True, blank=True)
    expires_on = models.DateField(_("code valid before"))
    attempts_left = models.PositiveSmallIntegerField(default=5)

    class Meta:
        verbose_name = _("letter with a code")
        verbose_name_plural = _("letters with a code")
        ordering = ["ordered_at"]
        permissions = [("post_letters", _("Can print and post letters with a code"))]
        constraints = [
            models.CheckConstraint(condition=Q(tie__in=Tie.values), name="letter_tie_known"),
            models.CheckConstraint(
                condition=Q(posted_at=None) | Q(recipient="", address=""), name="posted_letter_forgets_address"
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None) | Q(posted_at__isnull=False, attempts_left=0), name="returned_letter_dead"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class CounterCode(models.Model):
    """A short code a person shows at a counter, so that the officer finds the account without asking for a name."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="counter_code")
    code_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("counter code")
        verbose_name_plural = _("counter codes")
        permissions = [("check_at_counter", _("Can establish a tie seen at a counter"))]

    def __str__(self) -> str:
        return str(self.pk)

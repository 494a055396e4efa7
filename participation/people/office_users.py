"""Accounts in the office: administration's, with what a form can never give."""

from allauth.account.models import EmailAddress
from django import forms
from wagtail.users import forms as wagtail_forms
from wagtail.users.views import users as wagtail_views

from .groups import Role
from .models import User

FIELDS = {"username", "email", "first_name", "last_name", "groups"}


class OfficeUserForm(wagtail_forms.UserForm):
    """No superuser, ever; groups only by administration; a password only by whose it is."""

    is_superuser = None
    password1 = None
    password2 = None

    def __init__(self, *args, by: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # Her own groups neither: an officer who leaves the office by mistake could not come back by herself.
        if not is_administration(by) or by.pk == self.instance.pk:
            self.fields.pop("groups", None)

    @property
    def password_enabled(self) -> bool:
        return False

    def clean_password2(self) -> None:
        """There is none: whoever gets an account signs in with a code by e-mail, then makes a second factor."""

    def _post_clean(self) -> None:
        # Wagtail's checks a password here.
        forms.ModelForm._post_clean(self)

    def save(self, commit: bool = True) -> User:
        is_new = self.instance.pk is None
        if is_new:
            self.instance.set_unusable_password()
        user = super().save(commit=commit)
        if commit and not is_new and "email" in self.changed_data:
            # The address before must not open the account any more; the new one is confirmed at the next sign-in.
            EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
        return user


class OfficeUserCreationForm(OfficeUserForm):
    class Meta:
        model = User
        fields = FIELDS
        widgets = {"groups": forms.CheckboxSelectMultiple}


class OfficeUserEditForm(OfficeUserForm):
    def __init__(self, *args, editing_self: bool = False, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_active"]

    class Meta:
        model = User
        fields = FIELDS | {"is_active"}
        widgets = {"groups": forms.CheckboxSelectMultiple}


def is_administration(user: User) -> bool:
    """Whether this person manages accounts and groups."""
    return user.is_superuser or user.groups.filter(name=Role.ADMINISTRATION.label).exists()


class CreateView(wagtail_views.CreateView):
    def get_form_kwargs(self) -> dict:
        return {**super().get_form_kwargs(), "by": self.request.user}


class EditView(wagtail_views.EditView):
    def get_form_kwargs(self) -> dict:
        return {**super().get_form_kwargs(), "by": self.request.user}


class OfficeUserViewSet(wagtail_views.UserViewSet):
    """Wagtail's screens with the forms above."""

    add_view_class = CreateView
    edit_view_class = EditView

    def get_form_class(self, for_update: bool = False):
        return OfficeUserEditForm if for_update else OfficeUserCreationForm

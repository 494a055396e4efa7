"""Accounts in the office: administration's, with what a form can never give."""

from allauth.account.models import EmailAddress
from django import forms
from django.shortcuts import redirect
from django.utils import timezone
from wagtail import hooks
from wagtail.users import forms as wagtail_forms
from wagtail.users.views import users as wagtail_views

from . import leaving
from .addresses import address_replaced
from .groups import Role
from .models import User
from .sessions import end_all_sessions

FIELDS = {"username", "email", "first_name", "last_name", "groups"}


class OfficeUserForm(wagtail_forms.UserForm):
    """No superuser, ever; groups only by administration; a password only by whose it is."""

    is_superuser = None

    def __init__(self, *args, by: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # Her own groups neither: an officer who leaves the office by mistake could not come back by herself.
        if not is_administration(by) or by.pk == self.instance.pk:
            self.fields.pop("groups", None)

    @property
    def password_enabled(self) -> bool:
        # Whoever gets an account signs in with a code by e-mail, then makes a second factor.
        return False

    def save(self, commit: bool = True) -> User:
        is_new = self.instance.pk is None
        if is_new:
            self.instance.set_unusable_password()
        user = super().save(commit=commit)
        if commit and "is_active" in self.changed_data:
            # Shut for now, then opened again: what was open before stays shut.
            end_all_sessions(user=user)
        if commit and not is_new and "email" in self.changed_data:
            # The address before must not open the account any more; the new one is confirmed at the next sign-in.
            EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
            address_replaced.send(sender=type(user), user=user)
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


class DeleteView(wagtail_views.DeleteView):
    """An account goes as at its owner's own wish: emptied, so that acts and logs keep whom they speak of."""

    def delete_action(self):
        leaving.close_account(user=self.object, by=self.request.user, now=timezone.now())


class OfficeUserViewSet(wagtail_views.UserViewSet):
    """Wagtail's screens with the forms above."""

    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView

    def get_form_class(self, for_update: bool = False):
        return OfficeUserEditForm if for_update else OfficeUserCreationForm


@hooks.register("after_bulk_action")
def end_sessions_of_many(request, action_type, objects, action_class_instance) -> None:
    """The list's own way of shutting accounts changes rows without a form."""
    if action_type == "set_active_state":
        for user in objects:
            end_all_sessions(user=user)


@hooks.register("before_bulk_action")
def close_many(request, action_type, objects, action_class_instance):
    """The list's own way of deleting accounts empties them too."""
    if action_type != "delete" or not objects or not isinstance(objects[0], User) or request.method != "POST":
        return None
    for user in objects:
        leaving.close_account(user=user, by=request.user, now=timezone.now())
    return redirect("wagtailusers_users:index")

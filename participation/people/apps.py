from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    name = "participation.people"
    label = "people"
    verbose_name = _("People")
    default = True

    def ready(self) -> None:
        from participation.core import personal_data, retention

        from . import checks, personal, receivers
        from . import retention as purges

        self.kept_alive = checks, receivers
        personal_data.register(*personal.KINDS)
        retention.register(purges.UNCONFIRMED)
        retention.register(purges.WITHOUT_GUARDIAN)


class OfficeUsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens of accounts with our forms: nobody makes anybody a superuser there."""

    user_viewset = "participation.people.office_users.OfficeUserViewSet"

"""Addresses of the website."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from home.feeds import NewsFeed
from home.gallery.views import gallery
from home.media import serve_rendition
from home.policy_reports import policy_report
from home.probes import healthz, robots
from home.site_maps import PublicPages
from home.views import serve
from participation.people.entrance import office_login
from search.views import search

handler403 = "home.errors.forbidden"
handler404 = "home.errors.not_found"
handler500 = "home.errors.failed"
# Called by name, by django-allauth.
handler429 = "home.errors.too_many"

urlpatterns = [
    path("admin/", include("participation.people.office_urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path("csp-report", policy_report, name="policy_report"),
    path("-/composants/", gallery, name="gallery"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PublicPages}}, name="sitemap"),
    path("actualites.atom", NewsFeed("fr"), name="news_feed"),
    path("en/news.atom", NewsFeed("en"), name="news_feed_en"),
    re_path(rf"^{settings.MEDIA_URL.strip('/')}/images/(?P<path>.+)$", serve_rendition, name="rendition"),
]

urlpatterns += i18n_patterns(
    path("recherche/", search, name="search"),
    path("compte/", include("participation.people.urls")),
    path("compte/donnees/", include("participation.privacy.urls")),
    # Wagtail's form for private pages asks for a password alone, as often as one likes.
    path("_util/login/", office_login, name="wagtailcore_login"),
    path("", include("participation.questionnaires.urls")),
    path("", include("participation.verification.urls")),
    path("", include("participation.mailing.urls")),
    path("", include("participation.verification.franceconnect.urls")),
    *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"),
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    prefix_default_language=False,
)

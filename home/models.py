"""Models of the home app, gathered where Django looks for them."""

from .pages import ArticlePage, HomePage, NewsIndexPage, NewsPage, SectionPage, ServicePage
from .settings import CitySettings

__all__ = ["ArticlePage", "CitySettings", "HomePage", "NewsIndexPage", "NewsPage", "SectionPage", "ServicePage"]

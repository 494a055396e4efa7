"""The home page, the direction, the news and the service pages."""

from demo.content.direction.home import HOME, PARTICIPATE
from demo.content.direction.news import NEWS
from demo.content.direction.presentation import DIRECTION, PRINCIPLES, STAKES
from demo.content.direction.service_pages import SERVICE_PAGES
from demo.content.direction.words import say

__all__ = ["DIRECTION", "ENGLISH", "HOME", "NEWS", "PARTICIPATE", "PRINCIPLES", "SERVICE_PAGES", "STAKES"]

ENGLISH = say.english

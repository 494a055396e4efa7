"""The service pages, in the order of the footer."""

from demo.content.direction.accessibility import ACCESSIBILITY
from demo.content.direction.guidance import CONTACT, HELP, SITE_MAP
from demo.content.direction.legal import LEGAL_NOTICE, MODERATION, TERMS
from demo.content.direction.privacy import PRIVACY

SERVICE_PAGES = (LEGAL_NOTICE, PRIVACY, ACCESSIBILITY, SITE_MAP, CONTACT, HELP, MODERATION, TERMS)

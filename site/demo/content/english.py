"""Every French text that has its English: home, listing, direction, help, accessibility, consultations, quartiers."""

from demo.content.direction import ENGLISH as DIRECTION_ENGLISH
from demo.content.mechanisms import ENGLISH as MECHANISMS_ENGLISH
from demo.content.quartiers import ENGLISH as QUARTIERS_ENGLISH
from demo.content.square_consultation import ENGLISH as SQUARE_ENGLISH

ENGLISH = {**DIRECTION_ENGLISH, **MECHANISMS_ENGLISH, **SQUARE_ENGLISH, **QUARTIERS_ENGLISH}

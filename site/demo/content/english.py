"""Every French text that has its English, whatever page it stands on: home, listing, direction, help, the square."""

from demo.content.direction import ENGLISH as DIRECTION_ENGLISH
from demo.content.square_consultation import ENGLISH as SQUARE_ENGLISH

ENGLISH = {**DIRECTION_ENGLISH, **SQUARE_ENGLISH}

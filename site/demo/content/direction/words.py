"""The French–English pairs of the home page, the listing, the direction and the help page."""

from demo.content.wording import Bilingual

say = Bilingual()

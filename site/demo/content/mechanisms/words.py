"""The French–English pairs of the mechanisms told in English too."""

from demo.content.wording import Bilingual

say = Bilingual()

"""The French–English pairs of this consultation."""

from demo.content.wording import Bilingual

say = Bilingual()

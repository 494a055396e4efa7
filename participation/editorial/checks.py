"""The house's own content checks, beside Wagtail's, in the userbar and in the page editor.

Each finding stands at its place in the preview and says what to do. The functions that look are in
`office/checks.js`, which is loaded with the userbar: previews and staff only, never residents.
"""

from django.forms import Script
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

LONGEST_SENTENCE = 40
VAGUE_LINKS = (
    "cliquez ici", "cliquer ici", "clic ici", "ici", "cliquez", "lien", "ce lien", "le lien", "en savoir plus",
    "en savoir +", "savoir plus", "lire la suite", "la suite", "lire plus", "suite", "plus", "plus d'infos",
    "plus d'informations", "voir", "voir plus", "télécharger", "consulter", "page", "document",
    "click here", "here", "click", "link", "this link", "more", "read more", "learn more", "find out more",
    "more information", "see more", "download", "this page",
)  # fmt: skip
# Patterns of the two languages of the site; in JavaScript, with the flags i and u.
NO_OPINION = "|".join((
    "ne se prononce pas", "ne me prononce pas", "sans opinion", "pas d[’']opinion", "sans avis", "pas d[’']avis",
    "(?:ne|n[’']en) sais (?:pas|rien)", "sais pas", "indifférent",
    "no opinion", "don[’']?t know", "not sure", "prefer not",
))  # fmt: skip
ASKS_OPINION = "|".join((
    "favorable", "d[’']accord", "satisfait", "pensez", "trouvez", "préf[eé]r", "souhait", "votre (?:avis|opinion)",
    "aimeriez", "voudriez", "estimez", "jugez", "convient", "important", "priorit",
    "in favou?r", "agree", "satisfied", "think", "prefer", "would you like", "your (?:view|opinion)", "should",
))  # fmt: skip


def _rule(name: str, selector: str, impact: str) -> dict:
    return {
        "id": name,
        "impact": impact,
        "selector": selector,
        "tags": ["best-practice"],
        "any": [f"check-{name}"],
        # What an accordion folds away is read too.
        "excludeHidden": False,
        "enabled": True,
    }


RULES = [
    _rule("vague-link", "main a[href]", "serious"),
    _rule("missing-alternative", "main img:not([alt]), main [data-needs-alternative] img", "critical"),
    _rule("no-opinion-missing", "main fieldset[data-question]", "serious"),
    _rule("long-sentence", "main :is(p, li, dd, td, blockquote, figcaption, summary, label)", "moderate"),
    _rule("document-without-size", "main a[href]", "moderate"),
]
CHECKS = [
    {"id": "check-vague-link", "options": {"phrases": VAGUE_LINKS}},
    {"id": "check-missing-alternative"},
    {"id": "check-no-opinion-missing", "options": {"asks": ASKS_OPINION, "none": NO_OPINION}},
    {"id": "check-long-sentence", "options": {"longest": LONGEST_SENTENCE}},
    {"id": "check-document-without-size"},
]
MESSAGES = {
    "heading-order": {
        "error_name": _("A level of heading is skipped"),
        "help_text": _("Choose the level just below the heading above it: after a level 2 comes a level 3."),
    },
    "vague-link": {
        "error_name": _("This link does not say where it leads"),
        "help_text": _("Put in the link the words of what opens: “The plan of the square”, not “click here”."),
    },
    "missing-alternative": {
        "error_name": _("This image has no alternative"),
        "help_text": _(
            "Say in one sentence what it shows, in the field “alternative”; tick “decorative” if it says nothing."
        ),
    },
    "no-opinion-missing": {
        "error_name": _("This question asks for an opinion and offers no way to have none"),
        "help_text": _("Tick “Offer ‘No opinion’”, or add an option “No opinion”: otherwise people answer at random."),
    },
    "long-sentence": {
        "error_name": format_lazy(_("A sentence of more than {words} words"), words=LONGEST_SENTENCE),
        "help_text": _("Cut it in two: one idea in each sentence. Read it aloud: where you breathe, put a full stop."),
    },
    "document-without-size": {
        "error_name": _("This document does not say what it weighs"),
        "help_text": _("Write its kind and size in the link – “(PDF, 2 MB)” – or use the block “Documents”."),
    },
}


class EditorialChecks(ContentCheckerItem):
    """Wagtail's checks and ours."""

    axe_run_only = [*ContentCheckerItem.axe_run_only, *(rule["id"] for rule in RULES)]
    axe_custom_rules = [*ContentCheckerItem.axe_custom_rules, *RULES]
    axe_custom_checks = [*ContentCheckerItem.axe_custom_checks, *CHECKS]
    axe_messages = {**ContentCheckerItem.axe_messages, **MESSAGES}

    class Media:
        js = [Script("office/checks.js", type="module")]

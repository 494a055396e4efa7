"""What the log of acts says: written in English, shown in the reader's language. What follows “: ” is left as it is."""

from django.utils.translation import gettext, gettext_noop

ACCOUNT_ERASED = gettext_noop("account erased")
COPY_TAKEN = gettext_noop("copy of one’s own data")
ACCOUNTS_LISTED = gettext_noop("list of accounts")
ACCOUNT_READ = gettext_noop("account")
ACCOUNT_HISTORY = gettext_noop("history of an account")
ACCOUNT_CHANGED = gettext_noop("account changed in the office")
ACCOUNT_MADE = gettext_noop("account made in the office")
ACTS_READ = gettext_noop("log of acts on personal data")
ANSWERS_LISTED = gettext_noop("list of answers")
TEXT_REDACTED = gettext_noop("written answer redacted on request")
VISA_RECORDED = gettext_noop("visa of the archives recorded")
# Said by other apps.
OTHERS = (
    gettext_noop("account found at a counter"),
    gettext_noop("letter posted, address forgotten"),
    gettext_noop("letter printed: name, address, code"),
    gettext_noop("list deleted"),
    gettext_noop("list recorded"),
    gettext_noop("mails of unknown outcome left"),
    gettext_noop("mails of unknown outcome sent again"),
    gettext_noop("tie seen at a counter"),
)


def shown(what: str) -> str:
    """The words of an act for the person reading."""
    if what in OTHERS:
        return gettext(what)
    head, colon, rest = what.partition(": ")
    return f"{gettext(head)}{colon}{rest}" if head else what

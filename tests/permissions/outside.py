"""What each address outside the office does when something is sent to it; one that is not here fails by name.

`WRITES` names who proves that the payload changes something: a resident on her own account, somebody who has more in
hers – a passkey, a code –, a child, or anybody. Nobody's payload may change what is another person's.
"""

from .canaries import ANONYMOUS, CHILD, NEIGHBOUR, RESIDENT


def _names(space: str, names: str) -> list[str]:
    return [space + name for name in names.split()]


WRITES: dict[str, str] = {
    **dict.fromkeys(_names("questionnaires:", "begin screen"), ANONYMOUS),
    **dict.fromkeys(_names("account_", "login signup"), ANONYMOUS),
    **dict.fromkeys(_names("verification:", "letter counter_code listed statements"), RESIDENT),
    **dict.fromkeys(_names("people_", "name sign_out_everywhere"), RESIDENT),
    "account_change_password": RESIDENT,
    **dict.fromkeys(_names("verification:", "letter_code take_back"), NEIGHBOUR),
    **dict.fromkeys(_names("mfa_", "deactivate_totp remove_webauthn edit_webauthn generate_recovery_codes"), NEIGHBOUR),
    "people_guardian": CHILD,
    "people_leave": CHILD,
    "people_guardian_answer": ANONYMOUS,
    **dict.fromkeys(_names("mailing:", "subscribe confirm choices unsubscribe"), ANONYMOUS),
    "mailing:own": RESIDENT,
    "privacy_ask_copy": RESIDENT,
}
# Whoever has the link of the message is the guardian: it may change the child's account, and only that.
BY_LINK = {"people_guardian_answer"}
# One POST needs no proof of where it comes from, for it is none of a person's: the link itself is the proof – also of
# mail programs that unsubscribe by themselves –, or a browser says what a page tried to load.
WITHOUT_ORIGIN = {"people_guardian_answer", "policy_report"}

CODE = "asks for the code of a message or an authenticator, or for what the step before left in the session"
MAILED = "a code leaves by mail; only the session keeps it"
SESSION = "only the session changes"
OTHERWISE = "for accounts of another kind; leads on"
BEGUN = "asks for an answer begun in the same browser: tests/questionnaires"
OFF = "does not exist while FranceConnect is off; with it on: tests/verification"
SAYS: dict[str, str] = {
    **dict.fromkeys(_names("account_", "confirm_login_code email_verification_sent confirm_password_reset_code"), CODE),
    **dict.fromkeys(_names("account_", "complete_password_reset"), CODE),
    **dict.fromkeys(_names("mfa_", "authenticate reauthenticate reauthenticate_webauthn login_webauthn"), CODE),
    **dict.fromkeys(_names("mfa_", "activate_totp add_webauthn"), CODE),
    **dict.fromkeys(_names("account_", "request_login_code reset_password email"), MAILED),
    **dict.fromkeys(_names("account_", "reauthenticate logout"), SESSION),
    **dict.fromkeys(["people_reauthenticate", "account_set_password"], OTHERWISE),
    "mfa_list_webauthn": "leads to the page that lists them",
    "usersessions_list": "there is no other session to end",
    **dict.fromkeys(_names("questionnaires:", "review conditions address code receipt forget withdraw"), BEGUN),
    **dict.fromkeys(_names("franceconnect:", "entrance leave"), OFF),
    **dict.fromkeys(_names("wagtailcore_", "authenticate_with_password login"), "no page is kept by a password"),
    "wagtaildocs_authenticate_with_password": "no document is kept by a password",
    "privacy_copy": "only to the person and the session that asked for it: tests/privacy",
    "policy_report": "reports of browsers are counted in the log",
}
READS = {
    *_names("questionnaires:", "check"),
    *_names("franceconnect:", "back left"),
    *_names("verification:", "tie"),
    *_names("mailing:", "asked left"),
    "privacy_data",
    *_names("account_", "inactive password_reset_completed"),
    *_names("people_", "account left second_factor"),
    *_names("mfa_", "index view_recovery_codes download_recovery_codes"),
    *_names("", "wagtaildocs_serve outbox letter healthz robots gallery sitemap news_feed news_feed_en rendition"),
    *_names("", "search wagtail_serve"),
}
NAMES = {*WRITES, *SAYS, *READS}

"""What residents and visitors send so that something changes."""

PASSWORD = "a long enough password"
ANOTHER = "un autre mot de passe assez long"

SENT = {
    "people_name": lambda w: {"display_name": "Pris"},
    "people_leave": lambda w: {"sure": "on"},
    "people_guardian": lambda w: {"guardian": "parent@exemple.example"},
    "people_guardian_answer": lambda w: {"answer": "yes"},
    "people_reauthenticate": lambda w: {"send": "1"},
    "account_login": lambda w: {"login": w.people["resident"].email, "password": PASSWORD},
    "account_request_login_code": lambda w: {"email": w.people["resident"].email},
    "account_confirm_login_code": lambda w: {"code": "123456"},
    "account_signup": lambda w: {"email": "nouvelle@exemple.example", "age": "yes"},
    "account_email_verification_sent": lambda w: {"code": "123456"},
    "account_reauthenticate": lambda w: {"password": PASSWORD},
    "account_email": lambda w: {"action_add": "", "email": "autre@exemple.example"},
    "account_change_password": lambda w: {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER},
    "account_set_password": lambda w: {"password1": ANOTHER, "password2": ANOTHER},
    "account_reset_password": lambda w: {"email": w.people["resident"].email},
    "account_confirm_password_reset_code": lambda w: {"code": "123456"},
    "account_complete_password_reset": lambda w: {"password1": ANOTHER, "password2": ANOTHER},
    "mfa_authenticate": lambda w: {"code": "123456"},
    "mfa_reauthenticate": lambda w: {"code": "123456"},
    "mfa_activate_totp": lambda w: {"code": "123456"},
    "mfa_edit_webauthn": lambda w: {"name": "Pris"},
    "usersessions_list": lambda w: {},
    "mailing:subscribe": lambda w: {"address": "nouvelle@exemple.example"},
    "mailing:choices": lambda w: {"rhythm": "monthly"},
    "mailing:own": lambda w: {"rhythm": "weekly"},
    "verification:letter": lambda w: {
        "tie": "lives",
        "recipient": "Pris",
        "address": "1 rue Prise\n63000 Clermont-Ferrand",
    },
    "verification:letter_code": lambda w: {"code": w.things.letter_code},
    "verification:listed": lambda w: {"surname": "Pris", "first_name": "Pris", "born_on": "01/01/2001"},
    "verification:statements": lambda w: {"ties": "lives", "area": w.other.area.code},
}

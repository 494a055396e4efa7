"""My data, in a browser: seen, taken along once, erased."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from participation.people.models import User
from tests.people.signing import last_code, make_resident
from tests.website import make_website

from .test_account import press, type_in


def test_a_resident_sees_her_data_takes_a_copy_once_and_erases_them(phone, live_server, is_fit_for_all: Callable):
    make_website()
    lea = make_resident("lea@example.org", display_name="Léa du Nord")
    phone.goto("/compte/connexion/")
    type_in(phone, "email", lea.email)
    type_in(phone, "code", last_code())
    press(phone, "main a[href$='/compte/donnees/']")
    is_fit_for_all(phone)
    assert "Léa du Nord" in phone.inner_text("main details[open]")
    press(phone, "main form[action$='/copie/'] [type=submit]")
    is_fit_for_all(phone)
    link = phone.url
    with phone.expect_download() as taken:
        phone.click("main form [type=submit]")
    with zipfile.ZipFile(BytesIO(Path(taken.value.path()).read_bytes())) as archive:
        assert sorted(archive.namelist()) == ["mes-donnees.html", "mes-donnees.json"]
        assert "Léa du Nord" in archive.read("mes-donnees.html").decode()
    phone.goto(link)
    assert "une seule fois" in phone.inner_text("main")
    assert phone.locator("main form").count() == 0
    phone.goto("/compte/donnees/")
    press(phone, "main a[href$='/compte/quitter/']")
    is_fit_for_all(phone)
    phone.check("main [name=sure]")
    press(phone, "main form[action$='/quitter/'] [type=submit]")
    assert phone.url.endswith("/compte/au-revoir/")
    lea.refresh_from_db()
    assert (lea.email, lea.public_name) == ("", lea.pseudonym)
    assert not User.objects.filter(email="lea@example.org").exists()

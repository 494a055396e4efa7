"""Where somebody is sent after signing in: where they came from, and nowhere but here."""

from urllib.parse import quote, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests.people.signing import (
    PASSWORD,
    ask_code,
    code_of,
    last_code,
    make_resident,
    sign_in_by_code,
    type_code,
    type_password,
    wrong,
)
from tests.website import enter_office, give_authenticator, make_website

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
ELSEWHERE = [
    *("https://evil.example", "http://evil.example/", "//evil.example", "///evil.example", "////evil.example/x"),
    *(
        "https:evil.example",
        "https:/evil.example",
        "https:///evil.example",
        "HTTPS://EVIL.EXAMPLE",
        "//evil.example:80",
    ),
    *("/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example", "https:\\\\evil.example"),
    *(" https://evil.example", "\thttps://evil.example", "/\t/evil.example", "\x00//evil.example", "\n//evil.example"),
    *("https://testserver@evil.example/", "https://testserver.evil.example/", "https://evil.example#testserver"),
    *("https://evil.example\\@testserver/", "//evil.example@testserver@evil.example", "//testserver\\.evil.example"),
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>", "vbscript:x", "mailto:a@evil.example"),
    *("ftp://testserver/", "file:///etc/passwd", "//[evil", "http://[::1]/", "//0x7f000001/", "//evil%E3%80%82example"),
    *(
        "/x\r\nSet-Cookie: taken=1",
        "/x\r\nLocation: https://evil.example",
        "//evil.example/%2f..",
        "https://testserver:evil",
    ),
]


def goes_elsewhere(location: str) -> bool:
    """Whether a browser that is told to go there leaves the site, or reads more than an address."""
    read = location.strip().replace("\\", "/").replace("\t", "")
    target = urlsplit(urljoin(f"{HOST}/compte/", read))
    return target.scheme not in ("http", "https") or target.hostname != "testserver" or "\n" in location


def test_the_table_is_long_enough():
    assert len(ELSEWHERE) >= 40


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_nobody_is_sent_to_another_site(wanted):
    make_website()
    resident = make_resident(password=PASSWORD)
    ways = []
    client = Client()
    ways.append(type_password(client, resident.email, next=wanted))
    ways.append(client.get(reverse("account_login"), {"next": wanted}))
    ways.append(client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": wanted}))
    ways.append(client.post(reverse("account_logout"), {"next": wanted}))
    ways.append(Client().get("/admin/login/", {"next": wanted}))
    for answer in ways:
        assert answer.status_code == 302
        assert not goes_elsewhere(answer.headers["Location"]), answer.headers["Location"]
        assert "Set-Cookie: taken" not in str(answer.headers)
        assert "evil" not in urlsplit(answer.headers["Location"]).netloc


@pytest.mark.parametrize("wanted", ELSEWHERE[::4])
def test_a_code_or_an_authenticator_sends_nobody_away_either(wanted):
    resident = make_resident(password=PASSWORD)
    secret = give_authenticator(resident)
    client = Client()
    ask_code(client, resident.email, next=wanted)
    assert not goes_elsewhere(type_code(client, last_code(), next=wanted).url)
    answer = client.post(
        f"{reverse('mfa_authenticate')}?next={quote(wanted)}", {"code": code_of(secret), "next": wanted}
    )
    assert not goes_elsewhere(answer.url)
    answer = enter_office(Client(), resident).post(
        reverse("mfa_reauthenticate"), {"code": code_of(secret, periods=1), "next": wanted}
    )
    assert not goes_elsewhere(answer.url)


def test_everybody_comes_back_where_they_were():
    resident, here = make_resident(password=PASSWORD), "/recherche/?q=place&page=2"
    assert type_password(Client(), resident.email, next=here).url == here
    client = Client()
    screen = client.get(reverse("account_login"), {"next": here}).content.decode()
    assert screen.count('name="next"') == screen.count("<form") - screen.count('role="search"') - screen.count("lang-")
    sent = ask_code(client, resident.email, next=here)
    assert client.post(sent.url, {"code": last_code()}).url == here


def test_the_way_back_outlives_a_wrong_code_and_a_new_one():
    resident, here = make_resident(), "/recherche/?q=place"
    client = Client()
    answer = ask_code(client, resident.email, next=here)
    for _ in range(3):
        left = client.post(answer.url, {"code": wrong(last_code())})
    assert left.status_code == 302
    assert quote(here, safe="") in left.url
    again = client.post(left.url, {"email": resident.email, "next": here})
    assert client.post(again.url, {"code": last_code()}).url == here


def test_without_a_wish_one_comes_to_the_account_or_the_office():
    assert sign_in_by_code(Client(), make_resident().email).url == "/compte/"

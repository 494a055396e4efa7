"""FranceConnect in production: all of it, over https, or none."""

import pytest

from tests.ground.test_production_settings import load_settings

WHOLE = {
    "FRANCECONNECT_ISSUER": "https://fc.example.org/api/v2",
    "FRANCECONNECT_CLIENT_ID": "the-city",
    "FRANCECONNECT_CLIENT_SECRET": "a secret",
}


def test_the_whole_set_is_enough():
    done = load_settings(**WHOLE)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("missing", WHOLE)
def test_half_a_set_stops_the_start_and_is_named(missing):
    done = load_settings(**{**WHOLE, missing: None})
    assert done.returncode != 0
    assert f"{missing} is missing" in done.stderr


@pytest.mark.parametrize("plain", ["FRANCECONNECT_ISSUER", "BASE_URL"])
def test_plain_http_stops_the_start(plain):
    done = load_settings(**{**WHOLE, plain: "http://fc.example.org"})
    assert done.returncode != 0
    assert f"{plain} must begin with https://" in done.stderr

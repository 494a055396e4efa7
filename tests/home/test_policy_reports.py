"""Browsers report what the content security policy refused: counted, logged, and nothing of the visitor kept."""

import json
import logging

import pytest

from home import policy_reports

ADDRESS = "/csp-report"
KIND = "application/csp-report"
REPORT = {
    "document-uri": "https://participation.example.org/repondre/6a0ed4e8-0000-4000-8000-000000000000/2/?secret=abc",
    "referrer": "https://participation.example.org/compte/?nom=lea",
    "effective-directive": "script-src-elem",
    "blocked-uri": "https://evil.example:8443/steal.js?who=lea",
    "script-sample": "alert('lea')",
}


def send(client, body, kind: str = KIND, **extra):
    raw = body if isinstance(body, bytes) else json.dumps({"csp-report": body}).encode()
    return client.generic("POST", ADDRESS, raw, content_type=kind, **extra)


def test_a_report_is_logged_without_anything_of_the_visitor(client, caplog):
    with caplog.at_level(logging.WARNING):
        assert send(client, REPORT, REMOTE_ADDR="192.0.2.7").status_code == 204
    assert caplog.messages == [
        "Content security policy: script-src-elem refused https://evil.example on questionnaires:screen (1 today)"
    ]


def test_the_same_fault_on_every_page_does_not_fill_the_log(client, caplog):
    with caplog.at_level(logging.WARNING):
        for _ in range(12):
            send(client, REPORT)
    assert [message[-10:] for message in caplog.messages] == [" (1 today)", "(10 today)"]


def test_the_visitors_own_extensions_are_nobodys_business(client, caplog):
    for blocked in ("chrome-extension://abc/a.js", "moz-extension", "about:blank"):
        assert send(client, REPORT | {"blocked-uri": blocked}).status_code == 204
    assert caplog.messages == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"csp-report"',
        b'{"csp-report": []}',
        b"[" * 4000,
        b"\xff\xfe",
        json.dumps({"csp-report": REPORT | {"effective-directive": "x\nforged line"}}).encode(),
    ],
)
def test_what_is_no_report_is_refused_and_not_logged(client, caplog, body):
    assert send(client, body).status_code == 400
    assert "Content security policy" not in caplog.text


def test_only_small_reports_of_the_right_kind_and_not_too_many_are_read(client):
    assert client.get(ADDRESS).status_code == 405
    assert send(client, REPORT, kind="text/plain").status_code == 400
    assert send(client, b" " * (policy_reports.LONGEST + 1)).status_code == 413
    codes = [send(client, REPORT).status_code for _ in range(policy_reports.HOURLY)]
    assert codes[0] == 204
    assert codes[-1] == 429
    assert send(client, REPORT, REMOTE_ADDR="192.0.2.8").status_code == 204

"""The exact set of headers each answer owes to its address."""

from django.conf import settings

from tests.ground.test_headers import FILE, OFFICE, PDF, PUBLIC, said

# Where a view says more than its address: an account's screens and receipts are nobody else's to hear of.
NARROWER = {"same-origin", "no-referrer"}
# The same for everybody, and without a word about anybody.
KEPT = ("/admin/sprite/", "/admin/jsi18n/", "/admin/translation-js-catalog/")


def wrong_in(path: str, response) -> str:
    """What is not as it should be; empty when all is."""
    expected = dict(_expected(path, response))
    found = said(response, expected)
    # The gallery of components shows a video.
    found["Content-Security-Policy"] = found["Content-Security-Policy"].replace(" https://videos.example.org", "")
    if found["Referrer-Policy"] in NARROWER:
        expected["Referrer-Policy"] = found["Referrer-Policy"]
    wrong = [f"{name}: {found[name]}" for name in expected if found[name] != expected[name]]
    kept = response.headers.get("Cache-Control", "")
    is_private = path.startswith("/admin/") and not path.startswith(KEPT)
    if (is_private or settings.SESSION_COOKIE_NAME in response.cookies) and "no-store" not in kept:
        wrong.append(f"Cache-Control: {kept}")
    return "; ".join(wrong)


def _expected(path: str, response) -> dict:
    if path.startswith("/admin/"):
        return OFFICE
    if path.startswith(("/documents/", "/media/")) and response.status_code < 300:
        is_pdf = response.headers.get("Content-Type", "").startswith("application/pdf")
        return PDF if is_pdf else FILE
    return PUBLIC

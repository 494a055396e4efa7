"""The site under gunicorn on a test's own database, and residents who send over HTTP at the same moment."""

import re
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from django.db import connection
from django.utils import timezone

from participation.questionnaires import drafts
from participation.questionnaires.freezing import current_version
from participation.questionnaires.models import Questionnaire
from tests.bench.server import Server, environment, served
from tests.bench.visiting import Visitor
from tests.factories import VALUES


def database_url() -> str:
    """The address of the database this test uses."""
    given = connection.settings_dict
    return f"postgres://{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT']}/{given['NAME']}"


@contextmanager
def site(folder: Path, *, workers: int = 4, url: str = "") -> Iterator[Server]:
    env = environment(database_url=url or database_url(), folder=folder, settings="tests.load.settings")
    with served(env, workers=workers) as server:
        yield server


def draft_of(box: Questionnaire, values=None) -> str:
    """A draft with everything answered, ready to be sent; gives its token."""
    version = current_version(box, "fr")
    begun = drafts.begin(questionnaire=box, version=version, values=values or VALUES, now=timezone.now())
    return begun.token


def send(server: Server, key, token: str) -> str:
    """Press “Send” on the overview; gives the receipt the next page shows. Raises `OSError` or `RuntimeError`."""
    visitor = Visitor(server.url)
    where, html = visitor.post(f"/repondre/{key}/verifier/", [("token", token), ("go", "send")])
    if "/recu/" not in where:
        raise RuntimeError(f"no receipt but {where or html[:500]}")
    return receipt_in(visitor.get(where))


def receipt_in(html: str) -> str:
    found = re.search(r"data-receipt[^>]*>\s*([0-9A-Z-]+)", html)
    if not found:
        raise RuntimeError("a receipt page without a receipt")
    return found.group(1)


def send_together(server: Server, key, tokens: Sequence[str]) -> list:
    """Send all at the same moment; the receipt or the error of each."""
    start = threading.Barrier(len(tokens))

    def one(token: str):
        start.wait(timeout=60)
        try:
            return send(server, key, token)
        except (OSError, RuntimeError) as error:
            return error

    with ThreadPoolExecutor(len(tokens)) as pool:
        return list(pool.map(one, tokens))

"""The screens to look at: each visit opens pages, does what residents do, and stops at every screen worth a look."""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import Page

# A visit moves the page along and gives the French name of each screen it has reached.
Visit = Callable[[Page], Iterator[str]]

CONSULTATIONS = "/participer/consultations/"
PROCESS = f"{CONSULTATIONS}une-place-pour-tout-le-quartier/"
OPEN = f"{PROCESS}arbres-jeux-marche/"
CLOSED = f"{CONSULTATIONS}horaires-maisons-de-quartier/"
ADDRESSES = {
    "Accueil": "/",
    "Participer": "/participer/",
    "Dispositif et ses démarches": CONSULTATIONS,
    "Dispositif, éditions et règles": "/participer/budget-participatif/",
    "Démarche": PROCESS,
    "Consultation ouverte": OPEN,
    "Consultation close et réponse": CLOSED,
    "Résultats": f"{CLOSED}resultats/",
    "Consultation à venir": f"{CONSULTATIONS}rafraichir-les-cours-d-ecole/",
    "Article": "/la-direction/",
    "Actualités": "/actualites/",
    "Actualité": "/actualites/maisons-de-quartier-la-reponse/",
    "Aide": "/aide/",
    "Contact": "/contact/",
    "Mentions légales": "/mentions-legales/",
    "Données personnelles": "/donnees-personnelles/",
    "Déclaration d’accessibilité": "/accessibilite/",
    "Plan du site": "/plan-du-site/",
    "Charte de modération": "/charte-de-moderation/",
    "Conditions d’utilisation": "/conditions-d-utilisation/",
    "Recherche": "/recherche/",
    "Recherche, résultats": "/recherche/?q=place",
    "Recherche, aucun résultat": "/recherche/?q=xyzzy",
    "Vérifier un reçu": "/recus/",
    "Retrait": "/retrait/",
    "Page introuvable": "/nulle-part/",
    "Accueil, en anglais": "/en/",
    "Consultation ouverte, en anglais": f"/en{OPEN}",
    "Déclaration, en anglais": "/en/accessibilite/",
}
NEXT, SEND = "[name=go][value=next]", "[name=go][value=send]"


def plain_pages(page: Page) -> Iterator[str]:
    """Every kind of page, as it comes."""
    for name, address in ADDRESSES.items():
        page.goto(address)
        yield name


def menu(page: Page) -> Iterator[str]:
    """The menu of a telephone, opened; closed again with Escape."""
    before = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/")
    button = page.locator("[popovertarget=menu]").first
    menu_is_open = "menu => menu.matches(':popover-open')"
    button.click()
    assert page.locator("#menu").evaluate(menu_is_open)
    page.keyboard.press("Escape")
    assert not page.locator("#menu").evaluate(menu_is_open), "Escape must close the menu"
    assert button.evaluate("button => button === document.activeElement"), "Escape must give the focus back"
    walk_out_of_the_menu(page)
    button.click()
    page.wait_for_timeout(300)
    yield "Accueil, menu ouvert (téléphone)"
    page.set_viewport_size(before)


def walk_out_of_the_menu(page: Page) -> None:
    """Tab goes through everything in the open menu, then leaves it; the menu closes behind."""
    page.locator("[popovertarget=menu]").first.click()
    for _ in range(40):
        at = page.evaluate(
            """() => { const menu = document.getElementById("menu"), at = document.activeElement;
            return { inside: menu.contains(at), open: menu.matches(":popover-open") }; }"""
        )
        if not at["inside"]:
            break
        page.keyboard.press("Tab")
    assert not at["inside"], "Tab must leave the menu"
    assert not at["open"], "the menu must not cover what has the focus"


def filters(page: Page) -> Iterator[str]:
    """The list of activities, narrowed to some, then to none."""
    page.goto("/participer/")
    page.select_option("#filtre-etat", index=1)
    page.click("form.filters [type=submit]")
    yield "Participer, liste filtrée"
    page.select_option("#filtre-theme", index=1)
    page.select_option("#filtre-public", index=2)
    page.select_option("#filtre-dispositif", index=3)
    page.click("form.filters [type=submit]")
    yield "Participer, aucun résultat"


def disclosures(page: Page) -> Iterator[str]:
    """Every accordion and table that folds, opened."""
    for name in ("Aide", "Résultats", "Consultation close et réponse", "Article"):
        page.goto(ADDRESSES[name])
        folded = page.locator("main details:not([open]) > summary")
        for _ in range(folded.count()):
            folded.first.click()
        yield f"{name}, tout déplié"


def language(page: Page) -> Iterator[str]:
    """From a French consultation to its English, by the link of the header."""
    page.goto(OPEN)
    page.locator(":is(a, button)[lang=en]:visible").first.click()
    page.wait_for_url("**/en/**")
    assert page.locator("html").get_attribute("lang") == "en"
    yield "Consultation, après le changement de langue"


def codes(page: Page) -> Iterator[str]:
    """A code nobody was given, typed on both pages of codes."""
    page.goto("/recus/")
    page.fill("#code", "AAAAA-AAAAA")
    page.click("main [type=submit]")
    yield "Vérifier un reçu, code inconnu"
    page.goto("/retrait/")
    page.fill("#code", "AAAAA-AAAAA-AAAAA-AAAAA")
    page.click("main [type=submit]")
    yield "Retrait, code inconnu"


def copying(page: Page) -> Iterator[str]:
    """The button that copies the address says that it did."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/actualites/maisons-de-quartier-la-reponse/")
    button = page.locator("[data-copy]")
    if not button.count():
        page.goto(OPEN)
    if button.count():
        button.first.click()
        page.wait_for_timeout(200)
        yield "Adresse copiée"


def answer_what_must_be(page: Page) -> None:
    """The first choice or a word for every question that asks for an answer."""
    for question in page.locator("[data-question]").all():
        if not re.search(r"obligatoire|required", question.inner_text(), re.IGNORECASE):
            continue
        choice = question.locator("input[type=radio], input[type=checkbox]")
        if choice.count():
            choice.first.check()
        else:
            question.locator("input:not([type=hidden]), textarea").first.fill("12")


def journey(page: Page) -> Iterator[str]:
    """Home, consultation, an error, every screen of questions, overview, receipt, check, withdrawal."""
    page.goto("/")
    yield "1. Accueil"
    page.goto(OPEN)
    yield "2. Consultation, premières questions"
    page.locator("main").locator(NEXT).click()
    page.locator(".error-summary").wait_for()
    yield "3. Questions obligatoires oubliées"
    screen = 4
    for _ in range(12):
        answer_what_must_be(page)
        page.locator("main").locator(NEXT).click()
        if page.url.split("#")[0].endswith("/verifier/"):
            break
        yield f"{screen}. Écran de questions suivant"
        screen += 1
    else:
        raise AssertionError("the overview was never reached")
    yield f"{screen}. Relecture avant envoi"
    page.locator("main").locator(SEND).click()
    page.wait_for_url("**/recu/")
    yield f"{screen + 1}. Reçu"
    receipt, withdrawal = (page.locator(f"[data-{hook}]").inner_text().strip() for hook in ("receipt", "withdrawal"))
    page.goto("/recus/")
    page.fill("#code", receipt)
    page.click("main [type=submit]")
    yield f"{screen + 2}. Reçu vérifié"
    page.goto("/retrait/")
    yield f"{screen + 3}. Retrait"
    page.fill("#code", withdrawal)
    page.click("main [type=submit]")
    yield f"{screen + 4}. Confirmer le retrait"
    page.click("main [name=confirmed]")
    yield f"{screen + 5}. Réponse retirée"


VISITS: tuple[Visit, ...] = (plain_pages, menu, filters, disclosures, language, codes, copying, journey)

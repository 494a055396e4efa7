"""Sound, movement, windows, time, pointers, shortcuts."""

from playwright.sync_api import Page

from . import check, faults

KEYS = {"keydown", "keyup", "keypress"}
POINTERS = {"mousedown", "pointerdown", "touchstart", "touchmove", "touchend", "pointermove", "drag", "dragstart"}
MOTION = {"devicemotion", "deviceorientation"}


@check("4.10", "13.8")
def nothing_starts_or_moves_by_itself(page: Page) -> list[str]:
    return faults(
        page,
        """const media = all("audio[autoplay], video[autoplay], marquee, blink").map(say);
        const images = all("img").filter((image) => /\\.gif(\\?|$)/i.test(image.currentSrc)).map(say);
        const endless = document.getAnimations().filter((one) => one.playState === "running"
            && one.effect.getComputedTiming().endTime > 5000)
            .map((one) => `moves for over five seconds: ${say(one.effect.target)}`);
        return [...media, ...images, ...endless];""",
    )


@check("13.7")
def nothing_flashes(page: Page) -> list[str]:
    """No animation repeats more than three times a second."""
    return faults(
        page,
        """return document.getAnimations().filter((one) => {
            const timing = one.effect.getComputedTiming();
            return timing.iterations > 3 && timing.duration < 334;
        }).map((one) => say(one.effect.target));""",
    )


@check("13.1")
def no_page_leaves_or_reloads_by_itself(page: Page) -> list[str]:
    return faults(page, """return all("meta[http-equiv=refresh]").map(say);""")


@check("13.2")
def no_window_opens_unasked_and_those_that_open_are_announced(page: Page) -> list[str]:
    opened = len(page.context.pages) - 1
    more = [f"{opened} more windows"] if opened else []
    return more + faults(
        page,
        """return all("a[target], form[target]").filter((element) => seen(element) && element.target === "_blank"
            && !/fenêtre|onglet|window|tab/i.test(spoken(element) + element.title)).map(say);""",
    )


def listeners(page: Page) -> list[dict]:
    """What our scripts listen to: on the window, the document and every element. Tools of the test do not count."""
    session = page.context.new_cdp_session(page)
    scripts: dict[str, str] = {}
    session.on("Debugger.scriptParsed", lambda event: scripts.update({event["scriptId"]: event["url"]}))
    session.send("Debugger.enable")
    found = []
    for expression in ("window", "document", "document.documentElement"):
        handle = session.send("Runtime.evaluate", {"expression": expression})["result"]["objectId"]
        depth = -1 if expression == "document.documentElement" else 1
        answer = session.send("DOMDebugger.getEventListeners", {"objectId": handle, "depth": depth})
        found += [
            {"of": expression, **one}
            for one in answer["listeners"]
            if scripts.get(one["scriptId"], "").startswith("http")
        ]
    session.detach()
    return found


@check("12.10")
def no_shortcut_of_one_key(page: Page) -> list[str]:
    """No `accesskey`, and no script hears the keys of the whole page."""
    heard = [one for one in listeners(page) if one["type"] in KEYS and one["of"] in ("window", "document")]
    return [f"{one['of']} hears {one['type']}" for one in heard] + faults(page, 'return all("[accesskey]").map(say);')


@check("13.10", "13.11", "13.12")
def pressing_down_dragging_and_shaking_do_nothing(page: Page) -> list[str]:
    """Everything happens at the end of a plain click: no script hears the pointer going down, gestures or motion."""
    return sorted({f"{one['of']} hears {one['type']}" for one in listeners(page) if one["type"] in POINTERS | MOTION})

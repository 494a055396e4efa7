"""Labels, groups, errors, buttons, autofill."""

from playwright.sync_api import Page

from . import check, faults

FIELDS = "input:not([type=hidden], [type=submit], [type=button], [type=image]), select, textarea"
AUTOFILL = "off on name given-name family-name email tel postal-code street-address one-time-code bday country-name"


@check("11.1", "11.2")
def every_field_has_a_label_of_its_own(page: Page) -> list[str]:
    """A `label`, or a name in ARIA; a placeholder is none."""
    return faults(
        page,
        """return all(given).filter((field) => seen(field) && !field.closest("[aria-hidden=true]")
            && !([...field.labels ?? []].map(text).join("") || labelled(field) || field.getAttribute("aria-label")))
            .map(say);""",
        FIELDS,
    )


@check("11.4")
def labels_stand_beside_their_field(page: Page) -> list[str]:
    """Less than 200 pixels between a field and a visible label, hint and error between them counted."""
    return faults(
        page,
        """return all(given).filter(seen).filter((field) => {
            const label = [...field.labels ?? []].find((one) => seen(one) && one.getBoundingClientRect().width > 2);
            if (!label) return false;
            const a = field.getBoundingClientRect(), b = label.getBoundingClientRect();
            return Math.max(a.top - b.bottom, b.top - a.bottom, a.left - b.right, b.left - a.right) > 200;
        }).map(say);""",
        FIELDS,
    )


@check("11.5", "11.6")
def choices_of_one_question_are_grouped_under_its_words(page: Page) -> list[str]:
    return faults(
        page,
        """const groups = new Map();
        for (const field of all("input[type=radio], input[type=checkbox]").filter(seen)) {
            if (!groups.has(field.name)) groups.set(field.name, []);
            groups.get(field.name).push(field);
        }
        return [...groups.values()].filter((fields) => fields.length > 1 && !fields.every((field) => {
            const group = field.closest("fieldset, [role=group], [role=radiogroup]");
            return group && (text(group.querySelector("legend")) || labelled(group) || group.ariaLabel);
        })).map((fields) => say(fields[0]));""",
    )


@check("11.8")
def long_lists_of_choices_have_no_bare_groups(page: Page) -> list[str]:
    return faults(page, """return all("optgroup").filter((group) => !group.label.trim()).map(say);""")


@check("11.9")
def buttons_say_what_they_do(page: Page) -> list[str]:
    return faults(
        page,
        """const vague = ["ok", "valider", "envoyer", "submit", "send", "go"];
        return all("button, input[type=submit], input[type=button], [role=button], summary").filter(seen)
            .filter((button) => {
                const words = (button.value && button.matches("input") ? button.value : spoken(button)).trim();
                return !words || vague.includes(words.toLowerCase());
            }).map(say);""",
    )


@check("11.10", "11.11")
def errors_are_tied_to_their_field_and_listed_on_top(page: Page) -> list[str]:
    """Words tell of each wrong field; a summary with the focus leads to them, or an announced message stands alone."""
    return faults(
        page,
        """const found = [];
        for (const field of all("[aria-invalid=true]").filter(seen)) {
            const ids = [field.getAttribute("aria-describedby"), field.getAttribute("aria-errormessage"),
                field.closest("fieldset")?.getAttribute("aria-describedby")];
            const words = ids.join(" ").split(/\\s+/).filter(Boolean).map((id) => document.getElementById(id))
                .filter((element) => element && seen(element));
            const said = words.some((element) => element.closest(".error") || element.querySelector(".alert[role]"));
            if (!said) found.push(`no words of its error: ${say(field)}`);
        }
        const summary = document.querySelector(".error-summary");
        if (summary && seen(summary)) {
            if (document.activeElement !== summary) found.push("the summary of errors has not the focus");
            for (const link of summary.querySelectorAll("a")) {
                const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
                if (!target) found.push(`leads nowhere: ${say(link)}`);
            }
        } else if (all("[aria-invalid=true]").filter(seen).length > 0 && !document.querySelector("main .alert[role]")) {
            found.push("fields are wrong and no summary says so");
        }
        return found;""",
    )


@check("11.10")
def what_must_be_filled_says_so_in_words(page: Page) -> list[str]:
    return faults(
        page,
        """return all("[required], [aria-required=true]").filter(seen).filter((field) => {
            const words = spoken(field) + text(field.closest("fieldset")?.querySelector("legend"));
            return !/obligatoire|required/i.test(words);
        }).map(say);""",
    )


@check("11.13")
def personal_fields_can_fill_themselves(page: Page) -> list[str]:
    return faults(
        page,
        """const known = given.split(" ");
        const wrong = all("input[autocomplete]").filter((field) => !field.autocomplete.split(" ")
            .every((word) => known.includes(word)));
        const missing = all("input[type=email], input[type=tel], input[inputmode=numeric][name=code]").filter(seen)
            .filter((field) => !field.autocomplete || (field.type === "email" && field.autocomplete !== "email"));
        return [...wrong, ...missing].map(say);""",
        AUTOFILL,
    )


@check("7.4")
def choosing_changes_nothing_before_a_button_is_pressed(page: Page) -> list[str]:
    """Every list, box and radio button is changed and put back: the address stays, no window opens."""
    before, windows = page.url, len(page.context.pages)
    faults(
        page,
        """const fire = (field) => { for (const name of ["input", "change"])
            field.dispatchEvent(new Event(name, { bubbles: true })); };
        for (const field of all("select").filter(seen)) {
            const kept = field.selectedIndex;
            field.selectedIndex = field.options.length - 1; fire(field);
            field.selectedIndex = kept; fire(field);
        }
        for (const field of all("input[type=radio], input[type=checkbox]").filter(seen)) {
            const kept = field.checked; field.checked = !kept; fire(field); field.checked = kept; fire(field);
        }
        return [];""",
    )
    page.wait_for_timeout(50)
    opened = len(page.context.pages) - windows
    return [*([f"the page became {page.url}"] if page.url != before else []), *(["a window opened"] if opened else [])]


@check("1.4", "1.5")
def no_picture_has_to_be_read_to_go_on(page: Page) -> list[str]:
    return faults(
        page,
        """return all("img, iframe, canvas").filter((element) =>
            /captcha/i.test([element.src, element.alt, element.title, element.className].join(" "))).map(say);""",
    )

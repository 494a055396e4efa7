// The suggestion under the description for search engines (participation/editorial/descriptions.py).

// Plain words, cut between two words: the same as `shortened` in Python, which the public page uses.
export function shortened(text, longest) {
  const plain = text.replace(/\s+/gu, " ").trim();
  const letters = [...plain];
  if (letters.length <= longest) return plain;
  let cut = letters.slice(0, longest - 1).join("");
  if (letters[longest - 1] !== " ") cut = cut.slice(0, Math.max(0, cut.lastIndexOf(" ")));
  return `${cut.replace(/[ ,;:.!?…–—-]+$/u, "")}…`;
}

const panel = (name) => window.wagtail?.editHandler?.getPanelByName(name);

// What a field holds now: the rich text editor keeps its words as JSON.
function wordsOf(name) {
  const value = panel(name)?.getBoundWidget()?.getValue() ?? "";
  if (typeof value !== "string") return "";
  if (!value.startsWith('{"')) return value;
  try {
    return (JSON.parse(value).blocks ?? []).map((block) => block.text).join(" ");
  } catch {
    return value;
  }
}

function connect(box) {
  const name = box.dataset.descriptionFor;
  const input = document.querySelector(`[name="${CSS.escape(name)}"]`);
  const text = box.querySelector("[data-description-text]");
  const longest = Number(box.dataset.longest);

  function refresh() {
    const found = box.dataset.sources.split(" ").map(wordsOf).find((words) => words.trim()) ?? "";
    text.textContent = shortened(found, longest);
    box.hidden = Boolean(input.value.trim()) || !text.textContent;
  }

  box.querySelector("[data-description-use]").addEventListener("click", () => {
    const widget = panel(name).getBoundWidget();
    widget.setState(text.textContent);
    // Autosave and the warning about unsaved words listen to these.
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
    input.focus();
  });
  // The editor of rich text tells nobody when it writes its hidden field: look again when the tab is opened.
  for (const kind of ["input", "change", "focusin", "click"]) input.form.addEventListener(kind, refresh);
  refresh();
}

// The panels are there once the page is: this module runs after its parts, Wagtail's own scripts before.
const start = () => document.querySelectorAll("[data-description-for]").forEach(connect);
if (window.wagtail?.editHandler) start();
else window.addEventListener("load", start);

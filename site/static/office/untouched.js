// Looking at a page must not make a draft of it.
//
// Wagtail compares the form with what it held two seconds after its birth. The editors of rich text rewrite their hidden
// fields once they are ready, which on a slow computer is later: Wagtail then takes their spelling for somebody's words.
// As long as nobody has touched the form, what changed is no edit: the comparison starts anew from there.

const MOVES = /^(?:Tab|Shift|Control|Alt|Meta|Escape|Home|End|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right))$/u;
const LOOKING = "[role=tab], [data-side-panel-toggle], [data-panel-toggle]";

const isEdit = {
  beforeinput: () => true,
  input: () => true,
  change: () => true,
  paste: () => true,
  drop: () => true,
  click: (event) => !event.target.closest?.(LOOKING),
  keydown: (event) => !MOVES.test(event.key),
};

let isTouched = false;
for (const [kind, counts] of Object.entries(isEdit)) {
  // Scripts send such events too while the form is being built: only a person's are trusted.
  addEventListener(kind, (event) => (isTouched ||= event.isTrusted && counts(event)), true);
}

addEventListener(
  "w-unsaved:add",
  (event) => {
    if (isTouched) return;
    const unsaved = window.wagtail?.app?.getControllerForElementAndIdentifier(event.target, "w-unsaved");
    // A form that came back with errors holds words that were not saved.
    if (!unsaved || unsaved.forceValue) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    unsaved.clear();
  },
  true,
);

/* Small helps while answering. Everything works without this file. */

const count = (text) => [...text.replaceAll("\r\n", "\n").trim()].length;

function showLeft(area) {
  const counter = document.getElementById(`${area.id}-counter`);
  if (!counter) return;
  const left = Number(area.dataset.max) - count(area.value);
  const words = left < 0 ? counter.dataset.over : counter.dataset.left;
  counter.textContent = words.replace("%(n)s", Math.abs(left));
  counter.toggleAttribute("data-over-limit", left < 0);
}

for (const area of document.querySelectorAll("textarea[data-max]")) {
  showLeft(area);
  area.addEventListener("input", () => showLeft(area));
}

/* An option that stands alone unticks the others, and the other way round. */
for (const question of document.querySelectorAll("[data-question]")) {
  question.addEventListener("change", (event) => {
    const ticked = event.target;
    if (ticked.type !== "checkbox" || !ticked.checked) return;
    for (const box of question.querySelectorAll("input[type=checkbox]")) {
      if (box !== ticked && (ticked.hasAttribute("data-exclusive") || box.hasAttribute("data-exclusive"))) {
        box.checked = false;
      }
    }
  });
}

/* Writing under "Other" ticks "Other". */
for (const field of document.querySelectorAll("[data-ticks]")) {
  field.addEventListener("input", () => {
    const box = document.getElementById(field.dataset.ticks);
    if (box && field.value.trim()) box.checked = true;
  });
}

/* The computation against robots (altcha's proof of work, PBKDF2): done while the person reads the overview. */
const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function solve(challenge) {
  const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
  const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0]);
  const counterAt = new DataView(password.buffer);
  for (let counter = 0; ; counter += 1) {
    counterAt.setUint32(password.length - 4, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const algorithm = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
    const derivedKey = hex(await crypto.subtle.deriveBits(algorithm, key, keyLength * 8));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
}

const form = document.querySelector("form[data-proof]");
if (form) {
  const challenge = JSON.parse(form.dataset.proof);
  const field = form.querySelector("[data-proof-answer]");
  const solved = solve(challenge).then((solution) => {
    field.value = btoa(JSON.stringify({ challenge, solution }));
  });
  form.addEventListener("submit", (event) => {
    if (field.value) return;
    event.preventDefault();
    const { submitter } = event;
    solved.then(() => form.requestSubmit(submitter));
  });
}

/* Changing language from the page's head while something is typed: go through the form, which keeps it. */
const questionnaire = document.querySelector("form[data-questionnaire]");
questionnaire?.addEventListener("input", () => questionnaire.toggleAttribute("data-typed", true));
for (const link of document.querySelectorAll(".languages a[hreflang]")) {
  link.addEventListener("click", (event) => {
    const button = questionnaire?.querySelector(`button[name=language][value="${link.hreflang}"]`);
    if (!button || !questionnaire.hasAttribute("data-typed")) return;
    event.preventDefault();
    questionnaire.requestSubmit(button);
  });
}

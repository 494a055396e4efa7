// The content checks of participation/editorial/checks.py: each function gives true when there is nothing to say.

const SIZE = /\d\s*(?:octets?|bytes?|[kmg]?[ob])\b/iu;
const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip)(?:$|[?#])/iu;
const WORD = /[\p{L}\p{N}]/u;

const words = (text) => text.replace(/\s+/gu, " ").trim();

// A link's name as it is heard: its label, else its words with the alternatives of its images.
function nameOf(link) {
  const label = link.getAttribute("aria-label");
  if (label) return words(label);
  const images = [...link.querySelectorAll("img[alt]")].map((image) => image.alt);
  return words([link.textContent, ...images].join(" "));
}

function isDocument(link) {
  const path = new URL(link.href, document.baseURI);
  return path.pathname.startsWith("/documents/") || DOCUMENT.test(path.pathname);
}

// The element's own sentences: what a list or a paragraph inside it says is that one's business.
function sentencesOf(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("p, li, dd, td, blockquote, ul, ol, table, label, script, style").forEach((part) => part.remove());
  copy.querySelectorAll("br").forEach((line) => line.replaceWith(". "));
  // A full stop ends a sentence when a capital, a quotation mark or the end follows: « p. 12 » and « 2.5 » do not.
  return words(copy.textContent).split(/[.!?…]+[»”"’)]*\s+(?=[«“"(—–-]?\s*[\p{Lu}\p{N}])/u);
}

const countWords = (sentence) => sentence.split(/[\s’']+/u).filter((part) => WORD.test(part)).length;

const CHECKS = {
  "check-vague-link": (link, { phrases }) => {
    const name = nameOf(link)
      .toLowerCase()
      .replace(/’/gu, "'")
      .replace(/^[\s«“"([>→]+|[\s»”")\].…!:>→]+$/gu, "");
    return !phrases.includes(name);
  },
  // Whatever the rule selects is at fault.
  "check-missing-alternative": () => false,
  "check-no-opinion-missing": (fieldset, { asks, none }) => {
    const isScale = Boolean(fieldset.querySelector(".scale"));
    const question = fieldset.querySelector("legend")?.textContent ?? "";
    const asksOpinion = isScale || new RegExp(asks, "iu").test(question);
    if (!fieldset.querySelector("input[type=radio]") || !asksOpinion) return true;
    if (fieldset.querySelector("input[value=no_opinion]")) return true;
    const hasNone = new RegExp(none, "iu");
    return [...fieldset.querySelectorAll("label")].some((label) => hasNone.test(label.textContent));
  },
  "check-long-sentence": (element, { longest }) =>
    sentencesOf(element).every((sentence) => countWords(sentence) <= longest),
  "check-document-without-size": (link) => !isDocument(link) || SIZE.test(nameOf(link)),
};

for (const [name, check] of Object.entries(CHECKS)) window.wagtail?.userbar?.registerCheck(name, check);

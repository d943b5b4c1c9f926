/** Keeps the query that somebody is writing, in this browser alone; only its text, only the last. */

const KEY = "clustergraph.draft";
const MOST_CHARACTERS = 100_000;

/** Keep a text; a browser that keeps nothing is no reason to complain. */
export function keepDraft(text) {
  try {
    if (text.length <= MOST_CHARACTERS) localStorage.setItem(KEY, text);
  } catch {
    // storage is full or forbidden: the text is in the editor all the same
  }
}

/** Return the text that was kept, or an empty one. */
export function draft() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

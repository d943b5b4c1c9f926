/** An answer as the service writes it; a graph in Turtle, which is asked for when it is wanted. */
import { askFor } from "./ask.js";
import { element } from "../shared/dom.js";

const TURTLE = "text/turtle";
const MOST_CHARACTERS = 300_000;

/**
 * @param {import("./answer.js").Answer} answer
 * @param {{text: string, parameters: [string, string][]}} asked
 */
export async function rawOf(answer, { text, parameters }) {
  const body = answer.isGraph ? await askFor(TURTLE, text, parameters) : indented(answer.raw);
  const cut = body.length > MOST_CHARACTERS;
  const shown = element(
    "pre",
    { tabindex: 0, role: "region", "aria-label": "The answer as it came" },
    body.slice(0, MOST_CHARACTERS),
  );
  const note = element(
    "p",
    { class: "quiet" },
    "This is the beginning; all of it is in the files above.",
  );
  return element("div", { class: "raw-view" }, shown, ...(cut ? [note] : []));
}

function indented(json) {
  return json.length > MOST_CHARACTERS ? json : JSON.stringify(JSON.parse(json), null, 2);
}

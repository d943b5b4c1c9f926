/** Addresses that bring somebody else to the same query and the same view of its answer. */
import { ENDPOINT, fitsAddress } from "./ask.js";
import { at } from "./service.js";

/** What is no parameter of the query: the language is that of the page round it. */
const OF_THE_PAGE = new Set(["query", "format", "lang"]);

/**
 * Return the address of a query. The view stands in the fragment, which survives the redirect of a
 * question's short address, and which a browser without scripts passes over. A query too long for an address
 * goes into the fragment too, and is never sent on the way.
 *
 * @param {{text: string, parameters: [string, string][], view: string, question?: string}} state
 */
export function addressOf({ text, parameters, view, question }) {
  if (question && parameters.length === 0)
    return withFragment(at(`/queries/${question}`), { view });
  const search = new URLSearchParams([["query", text], ...parameters]);
  if (fitsAddress(search)) return withFragment(`${at(ENDPOINT)}?${search}`, { view });
  const rest = parameters.length ? `?${new URLSearchParams(parameters)}` : "";
  return withFragment(at(ENDPOINT) + rest, { view, query: text });
}

/** Read the state from the address of the page. */
export function stateOf({ search, hash }) {
  const asked = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.slice(1));
  return {
    text: asked.get("query") ?? fragment.get("query") ?? "",
    view: fragment.get("view") ?? "",
    parameters: [...asked].filter(([name]) => !OF_THE_PAGE.has(name)),
  };
}

/** Write the command that gets the same answer in a terminal. */
export function commandFor({ text, parameters, mediaType }) {
  const asked = [["query", text], ...parameters];
  const parts = asked.map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`);
  return `curl ${quoted(location.origin + at(ENDPOINT))} -H ${quoted(`Accept: ${mediaType}`)} ${parts.join(" ")}`;
}

function withFragment(address, parts) {
  const said = Object.entries(parts).filter(([, value]) => value);
  return said.length ? `${address}#${new URLSearchParams(said)}` : address;
}

function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

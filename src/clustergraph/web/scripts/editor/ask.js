/** Asks this service, over the SPARQL 1.1 Protocol like every other client. */
import { holdsGraph } from "./answer.js";
import { at } from "./service.js";

export const ENDPOINT = "/sparql";
const TAKEN = "application/sparql-results+json, application/n-triples;q=0.9";
const MOST_BYTES = 64_000_000;
const MOST_CHARACTERS = 6_000;

/** What went wrong, in one sentence; with the place in the query where there is one. */
export class Problem extends Error {
  constructor(sentence, { line, column } = {}) {
    super(sentence);
    this.line = line;
    this.column = column;
  }
}

/** An answer of which a page can only say where it comes from. */
export class TooLarge extends Problem {
  constructor({ headers }) {
    super("The answer is too large for a page; take it as a file.");
    this.isGraph = holdsGraph(mediaTypeOf(headers));
    this.version = versionOf(headers);
  }
}

/**
 * Ask, and wait for the whole answer. Aborting the signal closes the connection, by which the
 * server notices that nobody waits any more.
 *
 * @param {string} text
 * @param {[string, string][]} parameters of the protocol, beside the query.
 * @param {AbortSignal} signal
 * @throws {Problem}
 */
export async function ask(text, parameters, signal) {
  const response = await send(new URLSearchParams([["query", text], ...parameters]), TAKEN, signal);
  return {
    body: await read(response),
    mediaType: mediaTypeOf(response.headers),
    version: versionOf(response.headers),
  };
}

/** Fetch the same answer in another format, as text. */
export async function askFor(mediaType, text, parameters) {
  return read(await send(new URLSearchParams([["query", text], ...parameters]), mediaType));
}

/** Tell whether a request is short enough for an address. */
export function fitsAddress(parameters) {
  return parameters.toString().length <= MOST_CHARACTERS;
}

async function send(parameters, accept, signal) {
  const request = { headers: { Accept: accept }, signal, cache: "no-cache" };
  const response = fitsAddress(parameters)
    ? await fetch(`${at(ENDPOINT)}?${parameters}`, request)
    : await fetch(at(ENDPOINT), { ...request, method: "POST", body: parameters });
  if (!response.ok) throw await problemOf(response);
  return response;
}

function mediaTypeOf(headers) {
  return headers.get("content-type") ?? "";
}

function versionOf(headers) {
  return headers.get("dataset-version") ?? "";
}

async function problemOf(response) {
  const told = await response.json().catch(() => ({}));
  return new Problem(told.detail ?? `The service answers ${response.status}.`, told);
}

/** Read to the end; what is too large for a page is better taken as a file. */
async function read(response) {
  const decoder = new TextDecoder();
  const pieces = [];
  let bytes = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return pieces.join("") + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new TooLarge(response);
    }
    pieces.push(decoder.decode(value, { stream: true }));
  }
}

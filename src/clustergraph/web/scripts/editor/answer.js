/** An answer as the views take it: rows, a graph as rows of three terms, or yes or no. */
import { readTriples } from "./ntriples.js";

const TRIPLE = ["subject", "predicate", "object"];

/**
 * @typedef {object} Answer
 * @property {string[]} columns
 * @property {(object | undefined)[][]} rows
 * @property {boolean} isGraph
 * @property {boolean | undefined} verdict what an ASK gives, which has no rows.
 * @property {string} raw
 */

/** Tell whether what is asked for comes as a graph, and not as rows. */
export function holdsGraph(mediaType) {
  return !mediaType.includes("json");
}

/**
 * Read what the server sent.
 *
 * @returns {Answer}
 */
export function readAnswer(body, mediaType) {
  if (holdsGraph(mediaType)) {
    return { columns: TRIPLE, rows: readTriples(body), isGraph: true, raw: body };
  }
  const answer = JSON.parse(body);
  if ("boolean" in answer) {
    return { columns: [], rows: [], isGraph: false, verdict: answer.boolean, raw: body };
  }
  const columns = answer.head.vars;
  const rows = answer.results.bindings.map((row) => columns.map((column) => row[column]));
  return { columns, rows, isGraph: false, raw: body };
}

/** Say in words how much there is. */
export function sizeOf({ rows, isGraph, verdict }) {
  if (verdict !== undefined) return verdict ? "Yes" : "No";
  const unit = isGraph ? "triple" : "row";
  return `${rows.length ? rows.length.toLocaleString("en") : "No"} ${unit}${rows.length === 1 ? "" : "s"}`;
}

/** Which views of an answer fit it; what draws graphs and maps is loaded when one is looked at. */
import { relatesThings, triplesIn } from "./network.js";
import { pointsIn } from "./points.js";
import { rawOf } from "./raw.js";
import { tableOf } from "./table.js";

/**
 * @typedef {object} View
 * @property {string} key
 * @property {string} title
 * @property {() => HTMLElement | Promise<HTMLElement>} make
 */

/**
 * Return the views of an answer, the one to begin with first.
 *
 * @param {import("./answer.js").Answer} answer
 * @param {object} asked text and parameters, with the version that answered.
 * @param {import("./terms.js").Names} names
 * @returns {View[]}
 */
export function viewsOf(answer, asked, names) {
  const raw = { key: "raw", title: "Raw", make: () => rawOf(answer, asked) };
  if (answer.rows.length === 0) return [raw];
  const table = { key: "table", title: "Table", make: () => tableOf(answer, names) };
  return [table, ...graphView(answer, names), ...mapView(answer, names), raw];
}

function graphView(answer, names) {
  const triples = triplesIn(answer);
  if (!relatesThings(triples)) return [];
  const make = async () => (await import("./graph.js")).graphOf(triples, names);
  return [{ key: "graph", title: "Graph", make }];
}

function mapView(answer, names) {
  const points = pointsIn(answer);
  if (points.length === 0) return [];
  const make = async () => (await import("./map.js")).mapOf(points, names);
  return [{ key: "map", title: "Map", make }];
}

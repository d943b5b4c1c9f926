/** Finds points on the map in the rows of an answer: WKT literals, or a latitude and a longitude. */

const WKT = /^\s*(?:<([^>]*)>\s*)?POINT\s*(?:Z\s*)?\(\s*(-?[\d.]+)[\s,]+(-?[\d.]+)[^)]*\)\s*$/i;
const LATITUDE_FIRST = /\/EPSG\/0\/4326$/;
const LATITUDE = /^(.*?)(?:latitude|lat)$/i;
const LONGITUDES = ["longitude", "long", "lon", "lng"];

/**
 * @typedef {object} Point
 * @property {number} longitude in degrees.
 * @property {number} latitude in degrees.
 * @property {(object | undefined)[]} row the other terms of its row.
 */

/** Return the points in the rows. @returns {Point[]} */
export function pointsIn({ columns, rows }) {
  const found = columnsWithWkt(columns, rows).flatMap((at) => rows.map((row) => fromWkt(row, at)));
  const pairs = pairsOf(columns).flatMap((pair) => rows.map((row) => fromPair(row, pair)));
  return [...found, ...pairs].filter((point) => point && isOnEarth(point));
}

function columnsWithWkt(columns, rows) {
  return columns.flatMap((_, at) =>
    rows.some((row) => WKT.test(row[at]?.value ?? "")) ? [at] : [],
  );
}

function fromWkt(row, at) {
  const found = WKT.exec(row[at]?.value ?? "");
  if (!found) return undefined;
  const [one, other] = [Number(found[2]), Number(found[3])];
  const [longitude, latitude] = LATITUDE_FIRST.test(found[1] ?? "") ? [other, one] : [one, other];
  return { longitude, latitude, row: row.filter((_, column) => column !== at) };
}

/** Pair `latitude` with `longitude`, and `city_lat` with `city_long`. */
function pairsOf(columns) {
  const lower = columns.map((name) => name.toLowerCase());
  return lower.flatMap((name, latitude) => {
    const start = LATITUDE.exec(name)?.[1];
    const longitude = lower.findIndex((other) => LONGITUDES.some((end) => other === start + end));
    return start === undefined || longitude < 0 ? [] : [[latitude, longitude]];
  });
}

function fromPair(row, [latitude, longitude]) {
  const values = [row[latitude], row[longitude]];
  if (!values.every((term) => term?.type === "literal" && term.value.trim())) return undefined;
  const [north, east] = values.map((term) => Number(term.value));
  return {
    longitude: east,
    latitude: north,
    row: row.filter((_, at) => at !== latitude && at !== longitude),
  };
}

function isOnEarth({ longitude, latitude }) {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

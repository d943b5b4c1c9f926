/**
 * Writes the outlines of the world's countries as SVG, to stand under the dots of maps that the
 * server draws: one picture of the whole world, and square tiles of a finer one.
 *   node outlines.js FOLDER    with NODE_PATH, where d3-geo, topojson-client and world-atlas are
 * The two projections are those of web/pictures/projections.py.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const WORLD = { width: 1000, height: 486.717 };
const MERCATOR_WIDTH = 3600;
const TILE = 300;
const OVERLAP = 1;
/** What land looks like on light and on dark paper alike. */
const LAND = 'fill="#7f8c86" fill-opacity="0.22"';
const BORDERS = 'fill="none" stroke="#7f8c86" stroke-opacity="0.65" stroke-linejoin="round"';

const folder = process.argv[2];
const installed = createRequire(join(process.env.NODE_PATH, "outlines.js"));
const { geoEqualEarth, geoMercator, geoPath } = await import(
  pathToFileURL(installed.resolve("d3-geo")).href
);
const { feature, mesh } = installed("topojson-client");

function atlas(scale) {
  const topology = installed(`world-atlas/countries-${scale}.json`);
  return {
    land: feature(topology, topology.objects.land),
    borders: mesh(topology, topology.objects.countries),
  };
}

function picture(projection, { land, borders }, [x, y, width, height], digits, stroke) {
  const path = geoPath(projection).digits(digits);
  const shape = path(land);
  if (!shape) return "";
  const lines = path(borders) ?? "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}">` +
    `<path ${LAND} d="${shape}"/><path ${BORDERS} stroke-width="${stroke}" d="${lines}"/></svg>\n`
  );
}

function world() {
  const size = [
    [0, 0],
    [WORLD.width, WORLD.height],
  ];
  const projection = geoEqualEarth().fitExtent(size, { type: "Sphere" }).precision(0.6);
  const box = [0, 0, WORLD.width, WORLD.height];
  return new Map([["world", picture(projection, atlas("110m"), box, 1, 0.6)]]);
}

function tiles() {
  const scale = MERCATOR_WIDTH / (2 * Math.PI);
  const middle = MERCATOR_WIDTH / 2;
  const outlines = atlas("50m");
  const found = new Map();
  for (let column = 0; column < MERCATOR_WIDTH / TILE; column += 1) {
    for (let row = 0; row < MERCATOR_WIDTH / TILE; row += 1) {
      const [x, y] = [column * TILE, row * TILE];
      const projection = geoMercator().precision(0.2).scale(scale).translate([middle, middle]);
      projection.clipExtent([
        [x - OVERLAP, y - OVERLAP],
        [x + TILE + OVERLAP, y + TILE + OVERLAP],
      ]);
      const drawn = picture(projection, outlines, [x, y, TILE, TILE], 1, 0.25);
      if (drawn) found.set(`${column}-${row}`, drawn);
    }
  }
  return found;
}

mkdirSync(folder, { recursive: true });
const digest = createHash("sha256");
const names = [];
for (const [name, drawn] of [...world(), ...tiles()]) {
  writeFileSync(join(folder, `${name}.svg`), drawn);
  digest.update(name).update(drawn);
  names.push(name);
}
const index = { digest: digest.digest("hex").slice(0, 12), names };
writeFileSync(join(folder, "index.json"), `${JSON.stringify(index)}\n`);

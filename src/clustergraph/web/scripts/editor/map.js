/** An answer on a map: outlines of countries that come with the page, and a dot for each place. */
import { geoEqualEarth, geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { controls, element, shape } from "../shared/dom.js";

const WIDTH = 960;
const HEIGHT = 540;
const MARGIN = 60;
const WIDE_DEGREES = 70;
const LEAST_DEGREES = 3;
const RADIUS = 7;
const ZOOM = 1.6;
const MOST_NAMED = 40;
const MOST_LETTERS = 40;

/** Draw points; below stands a list of them that says the same. */
export async function mapOf(points, names) {
  const places = gathered(points, names);
  const span = spanOf(places);
  const countries = await outlines(span > WIDE_DEGREES);
  return new Map_(places, countries, span, names).place;
}

async function outlines(isWide) {
  const { default: atlas } = await (isWide
    ? import("world-atlas/countries-110m.json")
    : import("world-atlas/countries-50m.json"));
  return feature(atlas, atlas.objects.countries);
}

/** Put rows at the same place together. */
function gathered(points, names) {
  const places = new Map();
  for (const { longitude, latitude, row } of points) {
    const key = `${longitude} ${latitude}`;
    if (!places.has(key)) places.set(key, { longitude, latitude, rows: [] });
    places.get(key).rows.push(row.filter(Boolean));
  }
  return [...places.values()].map((place) => ({ ...place, label: labelOf(place, names) }));
}

function labelOf({ rows, longitude, latitude }, names) {
  const said = [...new Set(rows.map((row) => row.map((term) => names.text(term)).join(", ")))];
  return said.filter(Boolean).join("; ") || `${latitude}, ${longitude}`;
}

function spanOf(places) {
  const extent = (values) => Math.max(...values) - Math.min(...values);
  return Math.max(
    extent(places.map((it) => it.longitude)),
    extent(places.map((it) => it.latitude)),
  );
}

class Map_ {
  constructor(places, countries, span, names) {
    this.places = places;
    this.countries = countries;
    this.span = span;
    this.land = shape("g", { class: "land" });
    this.dots = shape("g", { class: "dots" });
    const label = `Map of ${places.length} place${places.length === 1 ? "" : "s"}; they are listed below.`;
    this.picture = shape(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label },
      this.land,
      this.dots,
    );
    this.place = element(
      "div",
      { class: "map-view" },
      this.#controls(),
      this.picture,
      listOf(places, names),
    );
    this.#fit();
    this.#followPointer();
  }

  #controls() {
    return controls(
      ["Closer", "+", () => this.#zoom(ZOOM)],
      ["Further away", "−", () => this.#zoom(1 / ZOOM)],
      ["Show all places", "All", () => this.#fit()],
    );
  }

  /** Choose a projection that shows all places with some land round them. */
  #fit() {
    const isWide = this.span > WIDE_DEGREES;
    this.projection = isWide ? geoEqualEarth() : geoMercator();
    const box = [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HEIGHT - MARGIN],
    ];
    const around = isWide ? { type: "Sphere" } : surroundings(this.places);
    this.projection.fitExtent(
      isWide
        ? [
            [0, 0],
            [WIDTH, HEIGHT],
          ]
        : box,
      around,
    );
    this.#draw();
  }

  #zoom(by) {
    const [x, y] = this.projection.translate();
    this.projection.scale(this.projection.scale() * by);
    this.projection.translate([
      WIDTH / 2 + (x - WIDTH / 2) * by,
      HEIGHT / 2 + (y - HEIGHT / 2) * by,
    ]);
    this.#draw();
  }

  #followPointer() {
    let from;
    this.picture.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, y: event.clientY, translate: this.projection.translate() };
    });
    this.picture.addEventListener("pointermove", (event) => {
      if (!from || !event.buttons) return;
      const scale = WIDTH / this.picture.clientWidth;
      const [x, y] = from.translate;
      this.projection.translate([
        x + (event.clientX - from.x) * scale,
        y + (event.clientY - from.y) * scale,
      ]);
      this.#draw();
    });
    this.picture.addEventListener("pointerup", () => (from = undefined));
  }

  #draw() {
    this.projection.clipExtent([
      [-WIDTH, -HEIGHT],
      [2 * WIDTH, 2 * HEIGHT],
    ]);
    const path = geoPath(this.projection);
    const land = this.countries.features.map((country) => path(country)).filter(Boolean);
    this.land.replaceChildren(...land.map((d) => shape("path", { d })));
    this.dots.replaceChildren(...this.places.flatMap((place) => this.#dot(place)));
  }

  #dot({ longitude, latitude, label }) {
    const at = this.projection([longitude, latitude]);
    if (!at) return [];
    const dot = shape("circle", { cx: at[0], cy: at[1], r: RADIUS }, shape("title", {}, label));
    const short = label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS)}…` : label;
    const isLeft = at[0] > WIDTH * 0.8;
    const place = {
      x: at[0] + (isLeft ? -1 : 1) * 1.5 * RADIUS,
      y: at[1] + RADIUS / 2,
      "text-anchor": isLeft ? "end" : "start",
    };
    return this.places.length > MOST_NAMED ? [dot] : [dot, shape("text", place, short)];
  }
}

/** A box round the places, at least as wide as shows where on earth they are. */
function surroundings(places) {
  const around = (values) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const more = Math.max((LEAST_DEGREES - (most - least)) / 2, 0);
    return [least - more, most + more];
  };
  const [west, east] = around(places.map((place) => place.longitude));
  const [south, north] = around(places.map((place) => Math.max(-80, Math.min(80, place.latitude))));
  return {
    type: "MultiPoint",
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
}

function listOf(places, names) {
  const items = places.map(({ rows, latitude, longitude }) => {
    const terms = rows.flatMap((row) => row.map((term) => element("span", {}, names.show(term))));
    const where = element("span", { class: "quiet" }, `${latitude}, ${longitude}`);
    return element("li", {}, ...spaced([...terms, where]));
  });
  return element(
    "details",
    { open: places.length <= 20 },
    element("summary", {}, `The places as a list (${places.length})`),
    element("ul", {}, ...items),
  );
}

function spaced(nodes) {
  return nodes.flatMap((node, at) => (at ? [" · ", node] : [node]));
}

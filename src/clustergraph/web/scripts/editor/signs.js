/** The signs of kinds: a colour and a shape each, so that neither is needed to tell them apart. */
import { shape } from "../shared/dom.js";

const HUES = [172, 205, 28, 280, 340, 95, 55, 240];
const SHAPES = {
  ellipse: 0,
  "round-rectangle": "1,2 9,2 9,8 1,8",
  diamond: "5,0 10,5 5,10 0,5",
  hexagon: "2.5,1 7.5,1 10,5 7.5,9 2.5,9 0,5",
  triangle: "5,1 10,9 0,9",
  pentagon: "5,0 10,4 8,10 2,10 0,4",
  star: "5,0 6.5,3.5 10,3.8 7.4,6.2 8.2,10 5,8 1.8,10 2.6,6.2 0,3.8 3.5,3.5",
  octagon: "3,0 7,0 10,3 10,7 7,10 3,10 0,7 0,3",
};
const NAMES = Object.keys(SHAPES);

/** Return the name that the graph library has for the shape of a kind; colours come round first. */
export function shapeOf(at) {
  return NAMES[(at + Math.floor(at / HUES.length)) % NAMES.length];
}

/** Return the colour of a kind, which is seen on the page's ground. */
export function colourOf(at) {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return `hsl(${HUES[at % HUES.length]}, 45%, ${isDark ? 65 : 38}%)`;
}

/** Draw the sign of a kind for a legend. */
export function signOf(at) {
  const points = SHAPES[shapeOf(at)];
  const drawn = points ? shape("polygon", { points }) : shape("circle", { cx: 5, cy: 5, r: 5 });
  return shape(
    "svg",
    { viewBox: "0 0 10 10", class: "sign", fill: colourOf(at), "aria-hidden": "true" },
    drawn,
  );
}

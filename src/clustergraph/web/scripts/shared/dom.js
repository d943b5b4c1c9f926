/** Makes elements of the page. Words from answers only ever become text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an HTML element; attributes that are false, null or undefined are left out.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} attributes `onclick` and its like take a function.
 * @param {...(Node | string)} children
 */
export function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Make an element of a picture. */
export function shape(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * Make the buttons that a picture is moved with.
 *
 * @param {...[string, string, () => void]} buttons Each with its name, its sign, and what it does.
 */
export function controls(...buttons) {
  const button = ([label, sign, onclick]) =>
    element("button", { type: "button", class: "plain", "aria-label": label, onclick }, sign);
  return element("p", { class: "controls" }, ...buttons.map(button));
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

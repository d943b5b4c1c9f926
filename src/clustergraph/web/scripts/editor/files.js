/** Links that take an answer away: as a file in each format, as an address, as a command. */
import { ENDPOINT, fitsAddress } from "./ask.js";
import { element } from "../shared/dom.js";
import { at } from "./service.js";
import { commandFor } from "./share.js";

const SAID_FOR_MILLISECONDS = 2500;

/**
 * Offer the files. They are of the version that is shown, whatever is published meanwhile.
 *
 * @param {{text: string, parameters: [string, string][], version: string, question?: string}} asked
 * @param {{key: string, name: string, extension: string, mediaType: string}[]} formats
 */
export function filesOf(asked, formats) {
  return formats.map((format) => fileLink(asked, format));
}

/** Offer to copy something; what was copied is said for a moment. */
export function copyButton(title, make) {
  const button = element("button", { type: "button", class: "plain", onclick: copy }, title);
  async function copy() {
    const text = make();
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (!isCopied) prompt(title, text);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = title), SAID_FOR_MILLISECONDS);
  }
  return button;
}

/** Offer the command that gets the answer in the first of the formats. */
export function commandButton(asked, [{ mediaType }]) {
  return copyButton("Copy as curl", () => commandFor({ ...asked, mediaType }));
}

function fileLink({ text, parameters, version, question }, { key, name, extension }) {
  const others = parameters.filter(([parameter]) => parameter !== "version");
  const asked = new URLSearchParams([
    ["query", text],
    ...others,
    ["version", version],
    ["format", key],
  ]);
  const file = `${question ?? "clustergraph-answer"}.${extension}`;
  if (fitsAddress(asked)) {
    return element(
      "a",
      { href: `${at(ENDPOINT)}?${asked}`, download: file, rel: "nofollow" },
      name,
    );
  }
  return element(
    "button",
    { type: "button", class: "plain", onclick: () => save(asked, file) },
    name,
  );
}

/** A query too long for an address is posted, and its answer saved from here. */
async function save(asked, file) {
  const response = await fetch(at(ENDPOINT), { method: "POST", body: asked });
  const address = URL.createObjectURL(await response.blob());
  element("a", { href: address, download: file }).click();
  URL.revokeObjectURL(address);
}

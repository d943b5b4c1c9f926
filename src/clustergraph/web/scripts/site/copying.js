/** A button behind what people copy; it says when that is done. */
import { element } from "../shared/dom.js";

const SAID_FOR_MILLISECONDS = 2500;

/** Put a button behind each element that names one; a field's value is copied, or an element's text. */
export function addCopyButtons(place) {
  for (const source of place.querySelectorAll("[data-copy]")) source.after(" ", buttonFor(source));
}

function buttonFor(source) {
  const { copy, copied } = source.dataset;
  const button = element("button", { type: "button", class: "plain copy", "aria-live": "polite" });
  button.textContent = copy;
  button.addEventListener("click", async () => {
    if (!(await isCopied(source))) return;
    button.textContent = copied;
    setTimeout(() => (button.textContent = copy), SAID_FOR_MILLISECONDS);
  });
  return button;
}

/** Without a secure connection browsers give no clipboard; then the text is chosen, to be copied by hand. */
async function isCopied(source) {
  const text = source.value ?? source.textContent;
  try {
    await navigator.clipboard.writeText(text.trim());
    return true;
  } catch {
    if (source.select) source.select();
    else getSelection().selectAllChildren(source);
    return false;
  }
}

/** Opens the page that tells why a statement holds above the page on which it is asked. */
import { element } from "../shared/dom.js";

const REFERRING = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];
const OWN = "reason-";

/** Let every link to reasons open a dialog; whoever wants another tab gets it as ever. */
export function openReasonsHere(place, words) {
  let dialog;
  place.addEventListener("click", (event) => {
    const link = event.target.closest("a.why");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    dialog ??= dialogWith(words);
    fill(dialog, link.href);
  });
}

function isPlain(event) {
  const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  return button === 0 && !(altKey || ctrlKey || metaKey || shiftKey || defaultPrevented);
}

function dialogWith(words) {
  const page = element("a", { class: "as-page" }, words.page);
  const close = element(
    "button",
    { type: "button", class: "plain", onclick: () => dialog.close() },
    words.close,
  );
  const head = element("p", { class: "dialog-head" }, page, close);
  const content = element("div", { class: "dialog-content", tabindex: "-1" });
  const dialog = element("dialog", { class: "reasons", "aria-label": words.why }, head, content);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  return dialog;
}

/** Show what the page of that address tells; where it can't be had, go there. */
async function fill(dialog, address) {
  const content = dialog.querySelector(".dialog-content");
  dialog.querySelector(".as-page").href = address;
  content.setAttribute("aria-busy", "true");
  try {
    const told = await mainOf(address);
    content.replaceChildren(...told);
  } catch {
    location.assign(address);
    return;
  }
  content.removeAttribute("aria-busy");
  if (!dialog.open) dialog.showModal(); // the browser takes the focus back to the link at its end
  content.scrollTop = 0;
  content.focus();
}

async function mainOf(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector("main");
  for (const script of main.querySelectorAll("script")) script.remove();
  renamePlaces(main);
  return document.importNode(main, true).childNodes;
}

/** Two elements of a page may not have one name: those of the page that was fetched get another. */
function renamePlaces(main) {
  for (const named of main.querySelectorAll("[id]")) named.id = OWN + named.id;
  for (const link of main.querySelectorAll('a[href^="#"]')) {
    link.setAttribute("href", `#${OWN}${link.getAttribute("href").slice(1)}`);
  }
  for (const attribute of REFERRING) {
    for (const referring of main.querySelectorAll(`[${attribute}]`)) {
      const names = referring.getAttribute(attribute).split(/\s+/).filter(Boolean);
      referring.setAttribute(attribute, names.map((name) => OWN + name).join(" "));
    }
  }
}

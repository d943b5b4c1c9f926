/** What scripts add to the pictures of a page; the pictures themselves are drawn by the server. */
import { element } from "../shared/dom.js";

/** A picture wider than the screen begins in its middle, where what it is about stands. */
export function centrePictures(place) {
  for (const region of place.querySelectorAll("figure.network .scroll")) {
    region.scrollLeft = (region.scrollWidth - region.clientWidth) / 2;
  }
}

/** Offer to walk through the graph from a picture; what that takes is loaded when it is wanted. */
export function addExploring(place, words) {
  for (const figure of place.querySelectorAll("figure[data-network]")) {
    const button = element("button", { type: "button", class: "plain" }, words.explore);
    const row = element("p", { class: "actions" }, button);
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const { explore } = await import("./explore.js");
        await explore(figure, words);
        row.remove();
      } catch {
        button.disabled = false;
        row.replaceChildren(button, " ", element("span", { role: "status" }, words.failed));
      }
    });
    figure.append(row);
  }
}

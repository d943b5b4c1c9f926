/**
 * What scripts add to every page; each page is complete without. Suggestions in the search field, reasons in a dialog,
 * buttons that copy, pictures that can be walked through.
 */
import { ClassNames } from "./class-names.js";
import { addCopyButtons } from "./copying.js";
import { openReasonsHere } from "./reasons.js";
import { addExploring, centrePictures } from "./pictures.js";
import { suggestIn } from "./suggesting.js";

const own = document.querySelector("script[data-words]");
const words = JSON.parse(own.dataset.words);

const classNames = new ClassNames(own.dataset.classes, words.language);

for (const field of document.querySelectorAll("form.search input[type=search]")) {
  suggestIn(field, own.dataset.suggest, words, classNames);
}
addCopyButtons(document);
openReasonsHere(document, words);
centrePictures(document);
addExploring(document, words);

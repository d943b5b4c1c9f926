/** An answer as a table: sorted, filtered and leafed through here, a page of rows at a time. */
import { element } from "../shared/dom.js";

const ROWS_A_PAGE = 100;
const LEAST_TO_FILTER = 8;
const ORDERS = { ascending: 1, descending: -1 };
const COLLATOR = new Intl.Collator(undefined, { numeric: true });

/**
 * Show the rows of an answer.
 *
 * @param {import("./answer.js").Answer} answer
 * @param {import("./terms.js").Names} names
 */
export function tableOf(answer, names) {
  return new Table(answer, names).place;
}

class Table {
  constructor({ columns, rows }, names) {
    this.columns = columns;
    this.rows = rows;
    this.names = names;
    this.chosen = rows;
    this.sorted = { column: -1, order: "" };
    this.wanted = "";
    this.page = 0;
    this.head = element("tr");
    this.body = element("tbody");
    this.told = element("span", { role: "status" });
    this.pages = element("span", { class: "pages" });
    this.place = element("div", { class: "table-view" }, this.#controls(), this.#frame());
    this.#show();
  }

  #controls() {
    const filter = element("input", {
      type: "search",
      "aria-label": "Filter the rows",
      placeholder: "Filter the rows",
      oninput: (event) => this.#filter(event.target.value),
    });
    const isLong = this.rows.length >= LEAST_TO_FILTER;
    return element("p", { class: "controls" }, ...(isLong ? [filter] : []), this.told, this.pages);
  }

  #frame() {
    const table = element("table", {}, element("thead", {}, this.head), this.body);
    return element(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Rows" },
      table,
    );
  }

  #filter(text) {
    this.wanted = text.trim().toLowerCase();
    this.#choose();
  }

  #sort(column) {
    const isTurned = this.sorted.column === column && this.sorted.order === "ascending";
    this.sorted = { column, order: isTurned ? "descending" : "ascending" };
    this.#choose();
  }

  #choose() {
    this.page = 0;
    this.chosen = this.wanted ? this.rows.filter((row) => this.#holds(row)) : [...this.rows];
    const { column, order } = this.sorted;
    if (order) {
      const sign = ORDERS[order];
      const keys = new Map(this.chosen.map((row) => [row, keyOf(row[column], this.names)]));
      this.chosen.sort((one, other) => sign * compare(keys.get(one), keys.get(other)));
    }
    this.#show();
  }

  #holds(row) {
    return row.some((term) => this.names.text(term).toLowerCase().includes(this.wanted));
  }

  #show() {
    const from = this.page * ROWS_A_PAGE;
    const shown = this.chosen.slice(from, from + ROWS_A_PAGE);
    this.head.replaceChildren(...this.columns.map((name, column) => this.#heading(name, column)));
    this.body.replaceChildren(...shown.map((row) => this.#row(row)));
    this.#tell(from, shown.length);
  }

  #heading(name, column) {
    const isSorted = this.sorted.column === column;
    const sort = element(
      "button",
      { type: "button", class: "sort", onclick: () => this.#sort(column) },
      name,
    );
    return element("th", { scope: "col", "aria-sort": isSorted && this.sorted.order }, sort);
  }

  #row(row) {
    return element("tr", {}, ...row.map((term) => element("td", {}, this.names.show(term))));
  }

  #tell(from, shown) {
    const total = this.chosen.length.toLocaleString("en");
    const isWhole = shown === this.rows.length;
    const range = shown
      ? `${(from + 1).toLocaleString("en")}–${(from + shown).toLocaleString("en")}`
      : "0";
    this.told.textContent = isWhole ? "" : `Rows ${range} of ${total}`;
    const last = Math.ceil(this.chosen.length / ROWS_A_PAGE) - 1;
    const buttons = [
      this.#step("Earlier rows", "‹", -1, this.page > 0),
      this.#step("Later rows", "›", 1, this.page < last),
    ];
    this.pages.replaceChildren(...(last > 0 ? buttons : []));
  }

  #step(label, sign, by, isPossible) {
    const turn = () => {
      this.page += by;
      this.#show();
      this.pages.querySelector(`[aria-label="${label}"]:enabled`)?.focus();
    };
    const attributes = {
      type: "button",
      class: "plain",
      "aria-label": label,
      disabled: !isPossible,
    };
    return element("button", { ...attributes, onclick: turn }, sign);
  }
}

/** Numbers before words, and what is missing last. */
function keyOf(term, names) {
  if (!term) return { group: 2, value: "" };
  const number = term.datatype ? Number(term.value) : NaN;
  return Number.isNaN(number) ? { group: 1, value: names.text(term) } : { group: 0, value: number };
}

function compare(one, other) {
  if (one.group !== other.group) return one.group - other.group;
  return one.group === 0 ? one.value - other.value : COLLATOR.compare(one.value, other.value);
}

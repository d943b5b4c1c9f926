/**
 * What classes are called in the reader's language. They are asked for once, when somebody begins to type; until they
 * are known, and where they can't be had, a class is called as the ontology spells it.
 */
export class ClassNames {
  constructor(address, language) {
    this.address = new URL(address, location.href);
    this.address.searchParams.set("lang", language);
    this.known = new Map();
  }

  /** Ask for the names, once. */
  load() {
    this.loading ??= this.#load().catch(() => {});
  }

  /** Name a class. */
  of(type) {
    return this.known.get(type) ?? { label: type, language: "en" };
  }

  async #load() {
    const answer = await fetch(this.address);
    if (!answer.ok) return;
    for (const each of (await answer.json()).results) this.known.set(each.name, each);
  }
}

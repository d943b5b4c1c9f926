/** Addresses of this service, which a proxy may show below a path of its own. */

const SPARQL = "/sparql";

/** Return an address of the service as the browser reaches it; the form leads to one of them. */
export function at(path) {
  const action = document.querySelector("form.ask")?.getAttribute("action") ?? SPARQL;
  return action.slice(0, -SPARQL.length) + path;
}

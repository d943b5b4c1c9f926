"""One exchange over HTTP, whatever it is about: methods, headers, conditions, kept replies."""

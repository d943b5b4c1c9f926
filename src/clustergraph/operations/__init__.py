"""One module a verb: what the command line and the service ask for, each on one page."""

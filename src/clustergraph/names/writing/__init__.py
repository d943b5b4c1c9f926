"""How an index comes about: built whole, or brought along with what was written since."""

"""From an identifier, in whatever shape somebody pastes it, to what bears it here."""

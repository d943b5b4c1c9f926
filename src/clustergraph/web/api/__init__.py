"""The lookup API: what other services ask by name, by identifier or in bulk, and get as JSON."""

"""The messages of the Reconciliation Service API, version 0.2."""

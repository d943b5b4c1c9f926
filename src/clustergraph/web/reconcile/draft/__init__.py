"""The messages of the draft of version 1.0 of the Reconciliation Service API."""

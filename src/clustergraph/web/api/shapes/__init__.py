"""The shapes of what the lookup API answers, as ``/openapi.json`` documents them."""

"""The steps of ``build`` that are not a workshop of their own."""

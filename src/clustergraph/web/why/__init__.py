"""Why a statement holds, on the web: its steps, and the words that they rest on."""

"""Why a statement holds: its passages, or the steps by which it follows."""

"""Taking down what somebody asks to be forgotten."""

"""``/report``: what somebody found wrong, told to those who can mend it. Nothing is kept here."""

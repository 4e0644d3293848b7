"""Rules for the meeting as a whole, put to the facts of its documents."""

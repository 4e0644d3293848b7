"""Rules for every kind of document that has content."""

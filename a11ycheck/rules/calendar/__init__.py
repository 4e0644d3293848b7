"""Rules for calendar files."""

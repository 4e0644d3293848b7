"""Rules for caption files."""

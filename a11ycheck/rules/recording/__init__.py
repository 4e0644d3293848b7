"""Rules for recordings."""

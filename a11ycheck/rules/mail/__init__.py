"""Rules for mail."""

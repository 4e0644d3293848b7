"""Rules for PDF alone."""

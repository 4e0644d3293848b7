"""Rules of our own about web pages."""

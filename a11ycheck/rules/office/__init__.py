"""Rules for text documents and slides: Word, PowerPoint, OpenDocument."""

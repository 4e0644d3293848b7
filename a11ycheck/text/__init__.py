"""What can be said about plain text: its sentences, readability, language, and empty or machine-made words.

Standard library only; sees nothing else of a11ycheck, so it can be used and tested alone.
"""

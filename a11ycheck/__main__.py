"""`python -m a11ycheck` is the same as `a11ycheck`."""

from a11ycheck.cli import main

main()

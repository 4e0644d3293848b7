"""Reports: one file per format, each a function `write(report, language) -> str`."""

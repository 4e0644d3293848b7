"""The report with its open questions as forms, for people who answer them on their own machine."""

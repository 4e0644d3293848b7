"""Rules of PDF/UA-1 (ISO 14289-1) that concern the file rather than any one reader; on under the ruleset pdfua-1."""

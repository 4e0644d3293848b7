"""Rules of PDF/UA-2 (ISO 14289-2:2024) alone: what no other ruleset asks for. Clauses of ISO 32000-2 are PDF 2.0's."""

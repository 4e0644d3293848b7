"""Rules for pages where axe-core finds the fault and the words are ours."""

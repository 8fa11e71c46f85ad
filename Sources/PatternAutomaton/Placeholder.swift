// Replaced by the first file of PatternAutomaton.

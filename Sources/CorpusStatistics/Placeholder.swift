// Replaced by the first file of CorpusStatistics.

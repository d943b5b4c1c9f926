"""The ontology on the web: its pages, its picture, its files, its earlier versions."""

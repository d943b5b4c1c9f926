"""Who is who: from the mentions of a document to the entities that they speak of."""

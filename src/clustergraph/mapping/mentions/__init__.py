"""What a sentence mentions: names, persons, places, activities; one sentence at a time."""

"""The catalogue of competency questions: their page, and how other pages lead to them."""

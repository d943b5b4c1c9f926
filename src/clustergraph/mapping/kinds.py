"""Families of classes that rules speak of."""

from clustergraph.vocab import CG

__all__ = [
    "ACTIVITIES",
    "BODIES",
    "FRAMES",
    "GATHERINGS",
    "PERSONS",
    "PLACES",
    "QUALIFICATIONS",
    "WORTH_NOTING",
]

BODIES = frozenset({CG.Organisation, CG.Cluster})

FRAMES = frozenset({CG.Programme, CG.Project})
"""What runs for long and has other activities within it."""

GATHERINGS = frozenset({CG.Training, CG.Event})
"""What people come together for on certain days."""

ACTIVITIES = FRAMES | GATHERINGS

PERSONS = frozenset({CG.Person})

WORTH_NOTING = ACTIVITIES | BODIES | PERSONS
"""What is worth an entry by its name alone; a place that no fact uses is not."""

PLACES = frozenset({CG.Place, CG.Country, CG.Region, CG.City, CG.Venue})

QUALIFICATIONS = frozenset({CG.Qualification, CG.ClusterLabel, CG.PersonalQualification})

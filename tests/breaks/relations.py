"""What can be broken of relations between them."""

from breaks.breaking import Break, change, named, state

__all__ = ["RELATIONS"]

RELATIONS = (
    Break(
        "a whole that is part of its part",
        state("id:programme-aaaaaaaa cg:partOf id:training-aaaaaaaa"),
        "violation partOf-circle",
        "part of its own part",
    ),
    Break(
        "a part of itself",
        state("id:event-aaaaaaaa cg:partOf id:event-aaaaaaaa"),
        "violation partOf-circle, warning partOf-same-name",
        "part of its own part",
    ),
    Break(
        "a part named like its whole",
        change(
            "id:project-aaaaaaaa", "skos:prefLabel ?x", 'skos:prefLabel "Cluster Excellence"@en'
        ),
        "warning partOf-same-name",
        "same name",
    ),
    Break(
        "a part of two programmes",
        state(named("other", "Programme") + " . id:project-aaaaaaaa cg:partOf id:other-aaaaaaaa"),
        "warning partOf-several-programmes",
        "several programmes",
    ),
    Break(
        "a part of two projects",
        state(named("other", "Project") + " . id:training-aaaaaaaa cg:partOf id:other-aaaaaaaa"),
        "warning partOf-several-projects",
        "several projects",
    ),
    Break(
        "a part of two trainings",
        state(
            named("other", "Training")
            + " . id:event-aaaaaaaa cg:partOf id:other-aaaaaaaa, id:training-aaaaaaaa"
        ),
        "warning partOf-several-trainings",
        "several trainings",
    ),
    Break(
        "a part of two events",
        state(
            named("other", "Event")
            + " . "
            + named("third", "Event")
            + " ; cg:partOf id:other-aaaaaaaa, id:event-aaaaaaaa"
        ),
        "warning partOf-several-events",
        "several events",
    ),
    Break(
        "an activity as part of a body",
        state("id:event-aaaaaaaa cg:partOf id:organisation-aaaaaaaa"),
        "violation partOf-family",
        "not of a body",
    ),
    Break(
        "a payer that is a partner",
        state("id:project-aaaaaaaa cg:partner id:organisation-aaaaaaaa"),
        "warning partner-pays",
        "also named as a payer",
    ),
    Break(
        "a place within itself",
        state("id:country-aaaaaaaa cg:locatedIn id:city-aaaaaaaa"),
        "violation locatedIn-circle",
        "lies within itself",
    ),
    Break(
        "a mode of delivery of another vocabulary",
        state("id:event-aaaaaaaa cg:deliveryMode sample:wide"),
        "violation deliveryMode-scheme",
        "another vocabulary",
    ),
    Break(
        "a stage of life of another vocabulary",
        state("id:cluster-aaaaaaaa cg:lifecycleStage sample:wide"),
        "violation lifecycleStage-scheme",
        "another vocabulary",
    ),
    Break(
        "a level of another vocabulary",
        state("id:label-aaaaaaaa cg:labelLevel sample:wide"),
        "violation labelLevel-scheme",
        "another vocabulary",
    ),
    Break(
        "an event of an organisation's kind",
        state("id:event-aaaaaaaa cg:kind okind:foundation"),
        "violation kind-family",
        "not of its sort",
    ),
    Break(
        "a person with a label for clusters",
        state("id:person-aaaaaaaa cg:holds id:label-aaaaaaaa"),
        "warning holds-by-person",
        "whether their cluster holds it",
    ),
    Break(
        "a cluster with a qualification for persons",
        state("id:cluster-aaaaaaaa cg:holds id:certificate-aaaaaaaa"),
        "violation holds-by-cluster",
        "name the person",
    ),
)

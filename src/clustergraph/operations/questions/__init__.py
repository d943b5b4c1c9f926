"""The competency questions of the catalogue, answered from one version, and told to tools."""

"""What programs are given of things and led by: RDF and JSON, signposts, linksets, the sitemap."""

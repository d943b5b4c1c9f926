"""HTTP: pages, linked data, the lookup API and the SPARQL protocol.

From the ground up; each line knows those above it only (a contract in ``pyproject.toml``)::

    addresses exchange pieces            paths; requests and answers; what pages are made of
    offers wording structured operating  forms of a thing; words; schema.org; what operators see
    visit linking                        who asks which version for what; where links lead
    framing pictures                     what stands round a page; what is drawn on it
    questions linked_data                the catalogue of questions; signposts, linksets, sitemap
    citing evidence problems             how to cite; quotes with all about them; what went wrong
    limiting ontology why                what guards the service; terms; why a statement holds
    api serving reporting                lookups; the server; reports of errors
    related listing sparql               lists; queries
    things dataset writing               pages about entities and concepts; the dataset; writing
    documents reconcile start_page       pages about documents; OpenRefine's service; the way in
    pages resources asset_files          which address leads where
    app                                  all of it put together, as the settings say
"""

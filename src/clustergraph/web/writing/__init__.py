"""Writing over HTTP: ``/update`` takes SPARQL Update, ``/store`` whole graphs.

Who may write is decided in ``tokens``; what a request says is read by ``read_update`` (SPARQL 1.1
Protocol) and ``graphs`` (Graph Store HTTP Protocol), what it brings by ``bodies``, ``multipart``
and ``contents``; ``sending`` has it written under the ``conditions`` of the client. ``update``,
``store`` and ``reading`` are the addresses. How a write is carried out is not known here.
"""

"""The application: ``assembling`` makes it of parts, ``configured`` as the settings say."""

from clustergraph.web.app.assembling import create_app
from clustergraph.web.app.configured import app_from_environment

__all__ = ["app_from_environment", "create_app"]

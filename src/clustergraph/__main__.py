"""Run the command line as ``python -m clustergraph``."""

import sys

from clustergraph.cli import main

sys.exit(main())

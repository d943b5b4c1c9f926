# ClusterGraph: `make serve` and `make test` do all the set-up by themselves.
PYTHON ?= python3
PORT ?= 8000
N ?= 200000
POINTS ?= 200
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SCRIPTS := src/clustergraph/web/scripts
BUILT := src/clustergraph/web/assets/built
EDITOR := $(VENV)/.editor

.PHONY: serve test check evaluate calibrate bench bench-facts bench-queries bench-lookups bench-pages bench-writes faults build pictures words lock clean

serve: $(READY) $(EDITOR)  ## build the graph when it is missing or stale, and serve it
	@$(BIN)/clustergraph build
	@$(BIN)/clustergraph serve --port $(PORT)

build: $(READY)  ## build the graph of data/documents
	@$(BIN)/clustergraph build

test: $(READY) $(EDITOR)  ## run the whole test suite
	@$(BIN)/pytest -q -n auto --dist loadfile

check: $(READY)  ## format, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

evaluate: $(READY)  ## score the mappers alone against the gold, and lookups by name in what is published
	@$(BIN)/clustergraph evaluate --gold tests/gold/seeds --texts data/documents
	@$(BIN)/clustergraph evaluate --gold tests/gold/dev/gold --texts tests/gold/dev/texts --report .clustergraph/evaluation
	@$(BIN)/clustergraph build >/dev/null
	@$(BIN)/clustergraph evaluate --lookups tests/gold/lookups

calibrate: $(READY)  ## measure what the mappers' confidences are worth
	@$(BIN)/python -m clustergraph.operations.evaluating.calibrate \
	  tests/gold/seeds data/documents tests/gold/dev/gold tests/gold/dev/texts

bench: $(READY)  ## run all benchmarks; they write tables, JSON and plots to .clustergraph/bench
	@for part in facts queries lookups pages writes; do $(MAKE) --no-print-directory bench-$$part || exit 1; done

bench-facts: $(READY)  ## time how documents become facts, and compare with owlrl what follows from them
	@PYTHONPATH=tests $(BIN)/python -m bench.mapping_speed
	@PYTHONPATH=tests $(BIN)/python -m bench.inference_speed

bench-queries: $(READY)  ## compare the SPARQL service with others, on N clusters; options of its own in BENCH
	@$(BIN)/clustergraph build >/dev/null
	@PYTHONPATH=tests $(BIN)/python -m bench.query_speed --clusters $(N) $(BENCH)

bench-lookups: $(READY)  ## compare lookups with a constant answer, and many names with few; options in BENCH
	@PYTHONPATH=tests $(BIN)/python -m bench.lookup_speed $(BENCH)

bench-pages: $(READY)  ## time pages and data about things, also of one with 100,000 links; options in BENCH
	@$(BIN)/clustergraph build >/dev/null
	@PYTHONPATH=tests $(BIN)/python -m bench.page_speed $(BENCH)

bench-writes: $(READY)  ## time writes, and reading beside them, on 2,000,000 triples; options in BENCH
	@PYTHONPATH=tests $(BIN)/python -m bench.write_speed $(BENCH)

faults: $(READY)  ## kill builds, writes and switches at POINTS random points, fill the disk, turn the clock
	@PYTHONPATH=tests $(BIN)/python -m faults.killing --points $(POINTS)

pictures: $(READY) $(EDITOR)  ## take the pictures that the documents show, in a real Chromium
	@$(BIN)/clustergraph build >/dev/null
	@PYTHONPATH=tests $(BIN)/python tests/docs/take_pictures.py

words: $(READY)  ## bring the catalogues of the interface's languages up to date with the sources
	@$(BIN)/pybabel -q extract -k message -k say -k weave:2 -F pyproject.toml --no-location --omit-header --sort-output -w 120 -o $(VENV)/words.pot src/clustergraph/web queries ontology/rules
	@for language in pl bg; do $(BIN)/pybabel -q update --omit-header --no-fuzzy-matching --ignore-obsolete -w 120 \
	  -l $$language -i $(VENV)/words.pot -o src/clustergraph/web/wording/catalogues/$$language.po; done

lock: $(READY)  ## pin the newest dependencies that fit, with hashes
	@$(BIN)/pip-compile --quiet --upgrade --strip-extras --generate-hashes --allow-unsafe --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate --extra evaluate --extra mcp --extra pandas --extra dev \
	  --output-file requirements.lock pyproject.toml

clean:  ## remove what the other targets made
	rm -rf $(VENV) $(BUILT) .clustergraph .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist

$(EDITOR): $(wildcard $(SCRIPTS)/* $(SCRIPTS)/*/*) | $(READY)
	@sh $(SCRIPTS)/build.sh $(VENV)
	@test ! -d $(BUILT) || touch $(EDITOR)

$(READY): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the locked dependencies …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

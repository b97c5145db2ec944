# onrecord on a fresh machine: Python 3.11 or newer and make are enough.
#
#   make demo   build the bundled example record and open it in the browser
#   make test   run all tests
#   make lint   check style and types

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -c constraints.txt

.PHONY: demo test lint clean
.DELETE_ON_ERROR:

demo: $(VENV)/installed
	$(BIN)/onrecord demo

test: $(VENV)/installed-for-tests
	$(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf $(VENV)

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "onrecord needs Python 3.11 or newer; name one: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml constraints.txt
	@echo "installing onrecord and what it builds on (about a minute, once) ..."
	$(PIP) --editable '.[postgresql]'
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	@echo "installing what the tests need ..."
	$(PIP) --editable '.[postgresql,test]'
	@touch $@

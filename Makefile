# Every target creates what it needs; running one twice is quick and changes nothing.
# Setiap target menyiapkan kebutuhannya sendiri; menjalankannya dua kali tidak mengubah apa pun.

VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The banner of the theme about its successor; CONTRIBUTING says how the project stands to both.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build check test bench lock clean

help:
	@echo "make serve   sajikan situs di / serve the site on http://127.0.0.1:8000"
	@echo "make test    pasang kebutuhan uji dan jalankan semua uji / install what tests need and run all of them"
	@echo "make check   periksa data, gaya, dan tipe / check data, style and types"
	@echo "make build   bangun situs ke site/ / build the site into site/"
	@echo "make bench   ukur situs terhadap anggarannya / measure the site against its budgets"
	@echo "make lock    perbarui requirements*.txt / update requirements*.txt"

$(VENV)/installed: requirements.txt pyproject.toml
	scripts/create-venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed requirements-test.txt
	$(BIN)/pip install --quiet --require-hashes --requirement requirements-test.txt
	@touch $@

node_modules/installed: package.json package-lock.json
	@scripts/install-libraries

serve: $(VENV)/installed node_modules/installed
	@scripts/serve $(BIN)

build: $(VENV)/installed node_modules/installed
	$(BIN)/simpul generate
	$(BIN)/mkdocs build --strict

check: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/simpul generate --check
	$(BIN)/simpul check

test: $(VENV)/installed-test node_modules/installed check
	@scripts/install-readers $(BIN)
	$(BIN)/pytest --numprocesses 2

bench: $(VENV)/installed-test node_modules/installed
	@scripts/install-readers $(BIN)
	$(BIN)/python -m bench

lock: $(VENV)/installed-test
	$(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --strip-extras --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --strip-extras --extra test --output-file requirements-test.txt pyproject.toml

clean:
	rm -rf $(VENV) node_modules site .cache

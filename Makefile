# make demo    check a fixture meeting and say where its report is
# make test    run the tests
# make check   lint, format, types, floors: what must hold before a change lands
# make docs    write docs/rules/ from the rules
# make site    build README and docs as a site in site/
# make bench   measure; see benchmarks/README.md
# Each installs what it needs into .venv and is enough by itself.

BIN := .venv/bin
MEETING := fixtures/meetings/forumkonferensen

.PHONY: demo test check docs site bench clean

demo: .venv/run
	@$(BIN)/a11ycheck --exit-zero --output text --output html:demo-report.html $(MEETING)/bad
	@echo
	@echo "The same as a web page: $(CURDIR)/demo-report.html"

test: .venv/dev
	@sh tools/get_browser.sh
	$(BIN)/python -m pytest

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_floors.py

docs: .venv/run
	$(BIN)/python tools/write_rule_pages.py

site: .venv/dev
	$(BIN)/python tools/build_site.py

bench: .venv/dev
	$(BIN)/python benchmarks/run.py

.venv/run: pyproject.toml
	sh tools/make_venv.sh
	$(BIN)/python -m pip install --quiet --editable ".[web]"
	@touch $@

.venv/dev: .venv/run
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

clean:
	rm -rf .venv site demo-report.html .mypy_cache .pytest_cache .ruff_cache .hypothesis

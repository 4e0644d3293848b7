# make demo    check a fixture meeting and say where its report is
# make test    run the tests
# make coverage  run the tests once more and say what they run of the code; fails where that is too little
# make check   lint, format, types, floors: what must hold before a change lands
# make docs    write docs/rules/ from the rules
# make site    build README and docs as a site in site/
# make bench   measure, beside other tools and the last time; see benchmarks/README.md (BENCH='--only pdf --quick')
# make wheel   build what is installed, the same to the byte wherever it is built from the same commit
# make sbom    write a bill of materials, dist/sbom.cdx.json
# make lock    renew requirements/test.lock after a change in pyproject.toml (UPGRADE=--upgrade: all to the newest)
# make licences  write docs/licences.md
# Each installs what it needs into .venv and is enough by itself. What the tests need is pinned in requirements/test.lock;
# UNLOCKED=1 takes the newest instead, as for an index that has not got what is pinned.

BIN := .venv/bin
MEETING := fixtures/meetings/forumkonferensen

.PHONY: demo test coverage check docs site bench wheel sbom lock licences clean

demo: .venv/run
	@$(BIN)/a11ycheck --exit-zero --output text --output html:demo-report.html $(MEETING)/bad
	@echo
	@echo "The same as a web page: $(CURDIR)/demo-report.html"

test: .venv/dev
	@sh tools/get_browser.sh
	$(BIN)/python -m pytest

coverage: .venv/dev
	@sh tools/get_browser.sh
	$(BIN)/python tools/cover.py

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
	$(BIN)/python benchmarks/run.py --since $(BENCH)

wheel: .venv/dev
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m hatchling build

sbom: .venv/release
	$(BIN)/python tools/write_sbom.py

lock: .venv/release
	$(BIN)/python tools/write_lock.py $(UPGRADE)

licences: .venv/dev
	$(BIN)/python tools/write_licences.py

.venv/run: pyproject.toml
	sh tools/make_venv.sh
	$(BIN)/python -m pip install --quiet --editable ".[web]"
	@touch $@

.venv/dev: pyproject.toml requirements/test.lock
	sh tools/make_venv.sh
ifdef UNLOCKED
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[cluster,grid,media,web]" --group dev
else
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/test.lock || \
		{ echo "What requirements/test.lock pins cannot be had here. Without it: make UNLOCKED=1 ..." >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
endif
	@touch $@ .venv/run

.venv/release: .venv/dev
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group release
	@touch $@

clean:
	rm -rf .venv dist site demo-report.html .mypy_cache .pytest_cache .ruff_cache .hypothesis

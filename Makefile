# The two commands of the README are `make run` and `make test`; each does all the set-up it needs.
PYTHON ?= python3
PORT ?= 8501
HOST ?= 127.0.0.1
BIN := .venv/bin
CHROMIUM := $(shell command -v chromium 2>/dev/null)
HEADLESS := $(shell command -v chromium-headless-shell 2>/dev/null)
NGINX := $(shell PATH=$$PATH:/usr/sbin command -v nginx 2>/dev/null)
UNITS := $(shell command -v systemd-analyze 2>/dev/null)
NPM := $(shell command -v npm 2>/dev/null)
# On Debian the parts of LibreOffice are packages of their own: tables, documents and slides must all be there.
OFFICE := $(shell command -v soffice >/dev/null 2>&1 && { ! command -v dpkg >/dev/null 2>&1 || ls /usr/lib/libreoffice/program/libswlo.so /usr/lib/libreoffice/program/libsdlo.so >/dev/null 2>&1; } && echo there)

PDF ?= yes

.PHONY: run test tests test-fast check refresh export bench deploy-test lock messages browser chromium nginx units office scripts clean

run: .venv/run
	@$(BIN)/python -m data_sources.refresh.background &
	@echo "Huiselijk geweld in beeld staat zo klaar op http://$(HOST):$(PORT)"
	@exec $(BIN)/python -m uvicorn app:app --host $(HOST) --port $(PORT) --ws web.websocket.coalescing_transport:CoalescingProtocol --ws-ping-interval 30 --ws-ping-timeout 30 --no-access-log --log-level warning

# The checks of the types use one core: the tests begin beside them.
test: .venv/test browser office
	@$(MAKE) --no-print-directory --jobs=2 check tests

# Three workers on two cores: a fifth of the time a test waits for a browser or a server.
tests: .venv/test browser office
	@command -v Rscript >/dev/null 2>&1 || echo "clients/r: NOT TESTED, R is not here (Debian: apt-get install r-base-core)"
	$(BIN)/python -m pytest -q -n 3 --dist worksteal --durations=25

# Without a browser and without the tests that take long, for while you work: under three minutes.
test-fast: .venv/test
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not browser and not slow and not deploy"

check: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy app.py site_map.py upload_gate.py language data_sources geo indicators charts editions web pages tools clients/python/huiselijkgeweldinbeeld
	$(BIN)/lint-imports
	$(BIN)/python -m tools.audit requirements.lock
	@$(MAKE) --no-print-directory scripts

# The scripts that readers get: types and lint. Node is for this check only; the app needs none.
scripts:
ifeq ($(NPM),)
	@echo "scripts: NOT CHECKED, npm is not here (Debian: apt-get install npm)"
else
	@npm ci --no-audit --no-fund --silent || { echo "scripts: NOT CHECKED, npm ci could not fetch typescript and eslint"; exit 0; }; \
	node_modules/.bin/tsc -p . && node_modules/.bin/eslint . && echo "scripts: types and lint are in order"
endif

refresh: .venv/run
	$(BIN)/python -m data_sources refresh

# The reading site as plain files: make export OUT=folder URL=https://cijfers.example [APP=https://app.example] [PDF=no]
export: .venv/run
	@test -n "$(OUT)" || { echo "Zeg waar de bestanden moeten komen: make export OUT=map URL=https://adres-van-de-site"; exit 2; }
	$(BIN)/python -m web.export --out "$(OUT)" $(if $(URL),--url "$(URL)") $(if $(APP),--app "$(APP)") $(if $(filter no,$(PDF)),--no-pdf)

# One by name: make bench NAMES="first_view step". The figures are measured on this machine, which should be quiet.
bench: .venv/test .venv-bench/ready .venv-bench/lighthouse chromium nginx
	$(BIN)/python -m benchmarks $(NAMES)

# An empty -m: also the linters of the files, which `make test` runs as well.
deploy-test: .venv/test browser nginx units
	$(BIN)/python -m pytest -q -m "" tests/deploy

# pip runs without bytecode on some machines, so compile it here: a cold start is three to four times slower without.
OURS := language data_sources geo indicators charts editions web pages site_map.py upload_gate.py

.venv/run: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "Python mist venv: installeer python3-venv (Debian) en probeer opnieuw."; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	-$(BIN)/python -m compileall -q -j 0 -x '/tests/' .venv/lib $(OURS)
	$(BIN)/python -m charts.map.publish
	@touch .venv/run

.venv/test: requirements-test.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "Python mist venv: installeer python3-venv (Debian) en probeer opnieuw."; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	-$(BIN)/python -m compileall -q -j 0 -x '/tests/' .venv/lib $(OURS) benchmarks
	@touch .venv/run .venv/test

.venv-bench/ready: requirements-bench.lock
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch .venv-bench/ready

# Only `make bench NAMES=phone` and `NAMES=export` need it; without npm that one says so.
.venv-bench/lighthouse: benchmarks/lighthouse/package-lock.json
ifeq ($(NPM),)
	@echo "lighthouse: NOT INSTALLED, npm is not here (Debian: apt-get install npm)"
else
	npm ci --prefix benchmarks/lighthouse --no-audit --no-fund --silent
	@touch .venv-bench/lighthouse
endif

# Tests take Chromium without a window: a third less processor time than the whole of it, which will do too.
browser:
ifeq ($(HEADLESS),)
	{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell; } || command -v chromium
endif

chromium:
ifeq ($(CHROMIUM),)
	apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium
endif

# Only the program: the service that Debian would start is not wanted here, and ports below 1024 are not used.
nginx:
ifeq ($(NGINX),)
	apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light
endif

# Only systemd-analyze is used, which checks the units; nothing is started.
units:
ifeq ($(UNITS),)
	apt-get update -qq && apt-get install -y -qq --no-install-recommends systemd
endif

# Opens our workbooks in the tests: 90 MB to fetch, no desktop.
office:
ifeq ($(OFFICE),)
	apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui libreoffice-writer-nogui libreoffice-impress-nogui
endif

lock:
	uv pip compile -q pyproject.toml --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock
	uv pip compile -q pyproject.toml --group build --group test -c requirements.lock --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-test.lock
	uv pip compile -q --group bench --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-bench.lock

# New messages come without a translation (a test counts those), old ones go.
messages: .venv/test
	$(BIN)/python -m tools.messages

clean:
	rm -rf .venv .venv-bench build node_modules charts/map/component/built

# The short names of what one does here. How it is done stands in CMakePresets.json and tools/.
MAKEFLAGS += --no-print-directory
PREFIX ?= /usr/local
PRESET ?= dev
CAIRN = build/release/cairn

.PHONY: help
help: ## Say what there is
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1 /p' Makefile | while read -r target text; do printf '  make %-12s %s\n' "$$target" "$$text"; done

.PHONY: run
run: build ## Install what is missing, build, and generate build/matomo.template.yaml
	@$(CAIRN) generate config/matomo.yaml -o build/matomo.template.yaml
	@echo "Made build/matomo.template.yaml ($$(grep -c '^    Type: ' build/matomo.template.yaml) resources) from config/matomo.yaml by $(CAIRN)."
	@echo "Next: edit config/matomo.yaml and run it again, or deploy it:"
	@bucket=; test $$(wc -c <build/matomo.template.yaml) -le 51200 || bucket=' --s3-bucket BUCKET'; \
	echo "  aws cloudformation deploy --stack-name matomo --template-file build/matomo.template.yaml$$bucket --capabilities CAPABILITY_IAM"

.PHONY: build
build: ## Build the program: build/release/cairn, one static file
	@tools/install-dependencies
	@tools/build release

.PHONY: test
test: test-tools ## Run all tests (PRESET=clang: as clang++ compiles them)
	@tools/build $(PRESET)
	@tools/test $(PRESET)

.PHONY: test-boot
test-boot: test-tools ## Boot what is generated on machines made of namespaces (root, Debian)
	@tools/build dev cairn
	@tests/boot/run

.PHONY: asan
asan: ## Run all tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) test PRESET=asan

.PHONY: test-tools
test-tools: ## Install what the tests need: cfn-lint, the AWS CLI, moto, actionlint (under build/, if the machine has them not)
	@tools/install-dependencies test
	@tools/install-test-tools

.PHONY: golden
golden: test-tools ## Write the expected outputs of the golden tests anew, for review with git diff
	@tools/build dev
	@UPDATE_GOLDEN=1 tools/test dev -R golden
	@git diff --stat -- tests/golden

.PHONY: docs
docs: build ## Write the generated pages in docs/ and the schemas in config/ anew
	@mkdir -p docs config
	@python3 tools/permissions-page $(CAIRN) > docs/permissions.md
	@tools/layers-picture > docs/layers.svg
	@$(CAIRN) reference > docs/config.md
	@$(CAIRN) schema > config/cairn.schema.json
	@$(CAIRN) rules --out-dir docs/rules
	@$(CAIRN) app reference > docs/app.md
	@$(CAIRN) app schema > config/app.schema.json

.PHONY: types
types: test-tools ## Write the typed resources in src/aws anew from src/aws/types.txt
	@tests/with-tools python3 src/aws/generate.py

.PHONY: bench
bench: build ## Measure time, memory and size, side by side with a program that does nothing
	@bench/run

.PHONY: format
format: ## Format the C++ sources
	@command -v clang-format >/dev/null || { echo "There is no clang-format here: apt-get install clang-format"; exit 1; }
	@tools/sources | xargs -0 clang-format -i

.PHONY: lint
lint: ## Check format and habits (clang-format, clang-tidy) of what changed since main; ALL=1: of everything
	@tools/lint $(if $(ALL),--all)

.PHONY: install
install: build ## Install the program (PREFIX=/usr/local)
	@cmake --install build/release --prefix $(PREFIX) --strip

.PHONY: clean
clean: ## Remove what was built (not the test tools)
	@find build -mindepth 1 -maxdepth 1 ! -name tools -exec rm -rf {} + 2>/dev/null || true

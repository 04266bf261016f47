# meshreport: `make` builds, `make check` tests, `make install` installs; README.md has the commands.
#
#   all (default)     the program and its plugins, in $(B)
#   bootstrap         on Debian: installs what the build needs, builds, writes servicemesh.pdf
#   bootstrap-check   the same for the tests, and runs them
#   check             builds plain and sanitized, runs all tests (tests/run has more)
#   quick             builds, runs the suites that see most for their time: before each commit
#   unit              builds the unit programs
#   fuzz              libFuzzer, FUZZ_SECONDS on each target (default 60): tests/fuzz
#   analyze           gcc -fanalyzer and clang --analyze over all C: tests/lint
#   scale             what each kind of input costs in each format, 1,000 to 100,000 of it: tests/scale
#   bench             meshreport against floors and peers: tests/bench
#   gallery           the pictures of the READMEs: data/gallery
#   format            clang-format over all C
#   install uninstall PREFIX and DESTDIR are heeded
#   deb               Debian packages, in $(B)/deb: .debian
#   clean
#
# A folder of plugins/ with a .c file is a plugin and is built; there is no list to edit.  What a
# plugin links stands in plugins/NAME/needs (the core's in core/needs): pkg-config names and -l flags,
# one a line.
#
#   B=DIR      where to build (default build); the program runs from there, wherever that is
#   WITHOUT='pdf png'   builds and installs all plugins but these, in a B of its own (the tests want them all)
#   SAN=1      with AddressSanitizer and UndefinedBehaviorSanitizer (default B: build-san)
#   WERROR=1   warnings are errors (CI)
#   CPPFLAGS CFLAGS LDFLAGS   a packager's, behind ours
#   V=1        prints the commands

VERSION := 0.1.0
# the format of a run that names none: the core itself knows no format
DEFAULT_FORMAT ?= html
DIFF_FORMAT ?= text

# Debian packages of the build: compiler, libraries by room, and the fonts that the artifacts
# embed.  Those of the tests alone are in tests/packages.txt.
PACKAGES := gcc libc6-dev make pkg-config lowdown \
            libseccomp-dev libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev nettle-dev \
            libfribidi-dev libharfbuzz-dev libfontconfig-dev \
            libhpdf-dev libhyphen-dev libqrencode-dev zlib1g-dev libpng-dev libcairo2-dev \
            libxml2-dev libcsv-dev libyajl-dev libzip-dev libxlsxwriter-dev libminizip-dev libunistring-dev \
            librsvg2-dev libqpdf-dev libgif-dev libwebp-dev libturbojpeg0-dev \
            fonts-dejavu-core fonts-dejavu-extra fonts-noto-core fonts-noto-cjk fonts-symbola

CC     ?= cc
PKG    ?= pkg-config
SAN    ?=
WERROR ?=
BSAN   ?= build-san
B      ?= $(if $(SAN),$(BSAN),build)

PREFIX  ?= /usr/local
DESTDIR ?=
BINDIR  ?= $(PREFIX)/bin
LIBDIR  ?= $(PREFIX)/lib
DATADIR ?= $(PREFIX)/share
MANDIR  ?= $(DATADIR)/man
DOCDIR  ?= $(DATADIR)/doc/meshreport
INCDIR  ?= $(PREFIX)/include
# where shells look for completions
BASHDIR ?= $(DATADIR)/bash-completion/completions
ZSHDIR  ?= $(DATADIR)/zsh/site-functions
FISHDIR ?= $(DATADIR)/fish/vendor_completions.d
PLUGINDIR = $(LIBDIR)/meshreport/plugins

WARN   := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wcast-qual -Wstrict-prototypes -Wmissing-prototypes $(if $(WERROR),-Werror)
,      := ,
OPT    ?= $(if $(SAN),-O1 -g1 -fsanitize=address$(,)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer,-O2 -g)
# Two builds in two folders are the same bytes: no path of this one gets into them.
MAP    := -ffile-prefix-map=$(CURDIR)=.
# The older unit of i386 counts with 64 bits where a double has 53: the same data would be another document there.
MATH   := $(if $(filter i386-% i486-% i586-% i686-%,$(shell $(CC) -dumpmachine 2>/dev/null)),-msse2 -mfpmath=sse)
BASE   := -std=c11 $(MATH) -D_POSIX_C_SOURCE=200809L -D_FORTIFY_SOURCE=$(if $(SAN),0,2) $(WARN) $(OPT) $(MAP) -fPIC -fstack-protector-strong -MMD -MP $(CPPFLAGS) $(CFLAGS)

# what one machine adds; LOCAL= builds as everywhere
LOCAL ?= make.local
-include $(LOCAL)
Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1) $(2)';)
.DELETE_ON_ERROR:
.SECONDARY:

all:

# ---- what is needed: said in one message, by name, before anything is compiled
CORE_NEEDS := $(shell sed 's/\#.*//' core/needs)

# A folder whose sources were removed may outlive them; only one with a .c file is a plugin.
ALL_PLUGINS := $(filter-out common,$(notdir $(patsubst %/,%,$(sort $(dir $(wildcard plugins/*/*.c))))))
WITHOUT ?=
$(foreach p,$(filter-out $(ALL_PLUGINS),$(WITHOUT)),$(error WITHOUT: there is no plugin $(p); there are $(ALL_PLUGINS)))
$(foreach p,$(filter $(WITHOUT),$(DEFAULT_FORMAT)),$(error WITHOUT=$(p) leaves out what a run that names no format writes: set DEFAULT_FORMAT))
$(foreach p,$(filter $(WITHOUT),$(DIFF_FORMAT)),$(error WITHOUT=$(p) leaves out what a diff that names no format writes: set DIFF_FORMAT))
PLUGINS     := $(filter-out $(WITHOUT),$(ALL_PLUGINS))

# $(call needs,pdf): pkg-config names and -l flags; pkgs, cflags and libs follow from them.
needs  = $(shell sed 's/\#.*//' plugins/$(1)/needs 2>/dev/null)
pkgs   = $(filter-out -%,$(call needs,$(1)))
cflags = $(if $(call pkgs,$(1)),$(shell $(PKG) --cflags $(call pkgs,$(1)) 2>/dev/null))
libs   = $(if $(call pkgs,$(1)),$(shell $(PKG) --libs $(call pkgs,$(1)) 2>/dev/null)) $(filter -%,$(call needs,$(1)))

NEEDS_FILES := core/needs $(wildcard plugins/*/needs)
ALL_NEEDS   := $(sort $(CORE_NEEDS) $(foreach p,common $(PLUGINS),$(call needs,$(p))))

# $(call keep,words): a recipe that rewrites its target only when the words are others than last time.
keep = @mkdir -p $(@D); echo '$(1)' | cmp -s - $@ || echo '$(1)' > $@

$(B)/plugins.chosen: FORCE
	$(call keep,$(PLUGINS))

# What objects are compiled with, a file for each room: other flags recompile that room, and not each change of this file, nor
# a plugin that is left out the others.  It is older than they are when it is made.  A recipe's functions are called before
# its first line runs: the folder is theirs to make.  -Werror makes no other object, so `make install` after `make check` finds
# all as it was.
FLAGS = $($*_FLAGS)
core_FLAGS   = $(CORE_CFLAGS)
common_FLAGS = $(BASE) $(COMMON_CFLAGS)
unit_FLAGS   = $(UNIT_CFLAGS) $(UNIT_OPT)
$(B)/flags.%: FORCE
	$(shell mkdir -p $(@D))$(file >$@.new,$(filter-out -Werror,$(CC) $(FLAGS)))
	@if [ ! -e $@ ]; then mv $@.new $@ && touch -d 2000-01-01 $@; \
	elif cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# Every object waits for this file.
$(B)/needs.ok: $(NEEDS_FILES) $(B)/plugins.chosen Makefile
	@mkdir -p $(@D)
	@missing=; \
	for tool in $(firstword $(CC)) $(PKG) lowdown; do \
		command -v $$tool >/dev/null || missing="$$missing $$tool"; \
	done; \
	for name in $(filter-out -%,$(ALL_NEEDS)); do \
		$(PKG) --exists $$name 2>/dev/null || missing="$$missing $$name"; \
	done; \
	for flag in $(filter -l%,$(ALL_NEEDS)); do \
		echo 'int main(void) { return 0; }' | $(CC) -x c -o $@.try - $$flag 2>/dev/null || missing="$$missing $$flag"; \
	done; \
	rm -f $@.try; \
	if [ -n "$$missing" ]; then \
		echo "meshreport cannot be built, this is missing:$$missing"; \
		echo "On Debian, 'make bootstrap' installs it and builds; by hand:"; \
		echo "    apt-get install --no-install-recommends $(PACKAGES)"; \
		exit 1; \
	fi
	@touch $@

# ---- core
CORE_PKGS   := $(filter-out -%,$(CORE_NEEDS))
CORE_CFLAGS := $(BASE) -Icore/include -Icore $(shell $(PKG) --cflags $(CORE_PKGS) 2>/dev/null) \
               -DMESHREPORT_VERSION='"$(VERSION)"' -DMESHREPORT_DEFAULT_FORMAT='"$(DEFAULT_FORMAT)"' \
               -DMESHREPORT_DIFF_FORMAT='"$(DIFF_FORMAT)"'
CORE_LIBS   := $(shell $(PKG) --libs $(CORE_PKGS) 2>/dev/null) $(filter -%,$(CORE_NEEDS)) -ldl

CORE_SRC := $(filter-out core/cli/main.c,$(wildcard core/*/*.c))
CORE_OBJ := $(CORE_SRC:%.c=$(B)/%.o)

$(B)/core/%.o: core/%.c $(B)/flags.core | $(B)/needs.ok
	@mkdir -p $(@D)
	$(call say,CC  ,$<) $(CC) $(CORE_CFLAGS) -c -o $@ $<

$(B)/libcore.a: $(CORE_OBJ)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(B)/meshreport: $(B)/core/cli/main.o $(B)/libcore.a
	$(call say,LINK,$@) $(CC) $(OPT) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS)

# ---- plugins
# a folder becomes a plugin with its NAME.c; before, its parts are built for the unit tests alone
PLUGIN_SO   := $(foreach p,$(PLUGINS),$(if $(wildcard plugins/$(p)/$(p).c),$(B)/plugins/$(p).so))
COMMON_SRC  := $(wildcard plugins/common/*/*.c)
COMMON_OBJ  := $(COMMON_SRC:%.c=$(B)/%.o)

COMMON_CFLAGS := $(call cflags,common)
$(B)/plugins/common/%.o: plugins/common/%.c $(B)/flags.common | $(B)/needs.ok
	@mkdir -p $(@D)
	$(call say,CC  ,$<) $(CC) $(BASE) -fvisibility=hidden -Icore/include -Iplugins $(COMMON_CFLAGS) -c -o $@ $<

# An archive, so that a plugin holds what it refers to and nothing else.
$(B)/libcommon.a: $(COMMON_OBJ)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

define plugin_rules
$(1)_CFLAGS := $$(call cflags,$(1))
$(1)_FLAGS = $$(BASE) $$($(1)_CFLAGS)
$(1)_LIBS := $$(call libs,$(1))
$(1)_OBJ := $$(patsubst %.c,$(B)/%.o,$$(wildcard plugins/$(1)/*.c plugins/$(1)/*/*.c))
$(B)/plugins/$(1)/%.o: plugins/$(1)/%.c $(B)/flags.$(1) | $(B)/needs.ok
	@mkdir -p $$(@D)
	$$(call say,CC  ,$$<) $$(CC) $$(BASE) -fvisibility=hidden -Icore/include -Iplugins $$($(1)_CFLAGS) -c -o $$@ $$<
$(B)/plugins/$(1).so: $$($(1)_OBJ) $(B)/libcommon.a
	$$(call say,LINK,$$@) $$(CC) $$(OPT) $$(CFLAGS) -shared $(if $(SAN),,-Wl$(,)-z$(,)defs) -Wl,--as-needed -Wl,-z,nodelete $$(LDFLAGS) -o $$@ $$($(1)_OBJ) $(B)/libcommon.a $$($(1)_LIBS)
-include $$($(1)_OBJ:.o=.d)
endef
$(foreach p,$(PLUGINS),$(eval $(call plugin_rules,$(p))))

# The program takes every plugin beside it: one of an earlier build that is left out now has to go.
$(B)/plugins.left: $(B)/plugins.chosen
	$(Q)rm -f $(WITHOUT:%=$(B)/plugins/%.so) && touch $@

# A build in a folder of somewhere else knows the sources by this link (core/plugin/home.h).
ifneq ($(abspath $(B)/..),$(CURDIR))
$(B)/sources: | $(B)/needs.ok
	$(Q)ln -sfn $(CURDIR) $@
all: $(B)/sources
endif

# ---- the kit: what plugins share, for those of others (plugins/common/kit/README.md)
# of a plugin that is left out the kit has nothing
KIT_MORE    := $(foreach at,$(shell sed 's/\#.*//' plugins/common/kit/more),$(if $(filter $(firstword $(subst /, ,$(at))),$(PLUGINS)),$(at)))
KIT_HEADERS := $(filter-out %_private.h,$(wildcard plugins/common/*/*.h)) $(wildcard $(KIT_MORE:%=plugins/%.h))
kit          = $(shell sed -n 's/^\#define MESHREPORT_KIT_$(1) //p' plugins/common/kit/kit.h)

$(B)/libmeshreport-kit.a: $(COMMON_OBJ) $(KIT_MORE:%=$(B)/plugins/%.o) $(B)/plugins.chosen
	$(Q)rm -f $@ && $(AR) rcs $@ $(filter %.o,$^)

all: $(B)/meshreport $(PLUGIN_SO) $(B)/plugins.left $(B)/libmeshreport-kit.a

# ---- manual pages of section 5: the READMEs of the data and of plugins
MAN5 := $(B)/man/meshreport-dataset.5 $(B)/man/meshreport-plugin.5
$(B)/man/meshreport-dataset.5: data/README.md
$(B)/man/meshreport-plugin.5: plugins/README.md
$(B)/man/meshreport-dataset.5: WHAT := the format of a comparison
$(B)/man/meshreport-plugin.5: WHAT := a format for meshreport, written by oneself
$(MAN5): templates/man/page core/meshreport.1 | $(B)/needs.ok
	@mkdir -p $(@D)
	$(call say,MAN ,$@) templates/man/page $(filter %.md,$^) $(basename $(@F)) '$(WHAT)' > $@

all: $(MAN5)

# ---- unit tests: tests/unit/test_X.c is one cmocka program
UNIT_SRC := $(wildcard tests/unit/test_*.c)
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$(B)/tests/unit/%)
# what the tested pure parts of plugins need: every object but the NAME/NAME.c that holds the plugin's symbol
PURE_OBJ := $(foreach p,$(PLUGINS),$(filter-out $(B)/plugins/$(p)/$(p).o,$($(p)_OBJ)))
$(B)/libpure.a: $(PURE_OBJ) $(B)/plugins.chosen
	$(Q)rm -f $@ && $(AR) rcs $@ $(filter %.o,$^)

UNIT_CFLAGS := $(CORE_CFLAGS) -Iplugins -Itests/unit $(sort $(COMMON_CFLAGS) $(foreach p,$(PLUGINS),$($(p)_CFLAGS))) -Wno-missing-prototypes
# The programs of the tests themselves need no speed, and there are some eighty to link: gold takes a quarter of the time.
# Warnings are told by the plain build, once: without optimization gcc has others.
UNIT_OPT    := $(if $(SAN),-O0 -w,-O1) -g1
UNIT_LD     := $(if $(shell command -v ld.gold),-fuse-ld=gold)
UNIT_LIBS   := -Wl,--as-needed -lcmocka $(CORE_LIBS) $(foreach p,$(PLUGINS),$($(p)_LIBS)) $(call libs,common) -lm
$(B)/tests/unit/%.o: tests/unit/%.c $(B)/flags.unit | $(B)/needs.ok
	@mkdir -p $(@D)
	$(call say,CC  ,$<) $(CC) $(UNIT_CFLAGS) $(UNIT_OPT) -c -o $@ $<
$(B)/tests/unit/%: $(B)/tests/unit/%.o $(B)/libcore.a $(B)/libpure.a $(B)/libcommon.a
	$(call say,TEST,$@) $(CC) $(OPT) $(UNIT_LD) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o %.a,$^) $(B)/libcommon.a $(B)/libcore.a $(UNIT_LIBS)

unit: $(UNIT_BIN)

# ---- tests
check:
	$(MAKE) WERROR=1 all unit
	$(MAKE) WERROR=1 SAN=1 B=$(BSAN) all unit
	B=$(B) BSAN=$(BSAN) tests/run

quick:
	$(MAKE) all unit
	B=$(B) BSAN=$(BSAN) tests/run --plain unit golden template contract

FUZZ_SECONDS ?= 60
fuzz: all $(B)/libpure.a
	B=$(B) tests/fuzz/run --fuzz $(FUZZ_SECONDS)

torture: all
	B=$(B) tests/calls/run --all

scale: all
	B=$(B) tests/scale/run --table

# lines and branches by room; needs clang and llvm
coverage:
	tests/coverage/count

# what the compilers' analyzers find: tests/lint
analyze:
	tests/lint/analyze

# other compilers and levels, another architecture, another C library: 1 to 2 minutes of the processor for each build, i386 some five
worlds: all
	B=$(B) tests/worlds/far

# the README's table of what the commands above found
figures:
	B=$(B) tests/figures/figures.py write

bench: all
	tests/bench/bench

gallery: all
	data/gallery/make

format:
	clang-format-14 -i $(wildcard core/*/*.[ch] core/include/*/*.h plugins/*/*.[ch] plugins/*/*/*.[ch] tests/*/*.[ch])

# ---- setting up a machine; no other target installs anything
TEST_PACKAGES = $(shell sed 's/\#.*//' tests/packages.txt)

bootstrap:
	.ci/apt-install "to build meshreport" $(PACKAGES)
	$(MAKE) -j2 all
	$(B)/meshreport --format pdf

bootstrap-check:
	.ci/apt-install "to build and test meshreport" $(PACKAGES) $(TEST_PACKAGES)
	command -v npm >/dev/null || .ci/apt-install "to fetch the tests' judges" npm
	$(MAKE) tests/node_modules/.installed
	$(MAKE) -j2 check

# Exact versions, by the lock file; no package runs a script of its own.  npm trusts whom the machine
# trusts, not only the list it was built with.
tests/node_modules/.installed: tests/package-lock.json
	cd tests && NODE_EXTRA_CA_CERTS=$${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt} \
		npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@
# ---- installing: PREFIX is where it is found later, DESTDIR where the files are put now
PC = $(B)/meshreport.pc
KIT_PC = $(B)/meshreport-kit.pc
INSTALL := install

# From the program's folder to others, so that an installation can be moved as a whole.
from_program = $(shell realpath -m --relative-to='$(BINDIR)' '$(1)')

# Only this module holds installed paths: another PREFIX recompiles it and nothing else.
$(B)/prefix: FORCE
	$(call keep,$(BINDIR) $(PLUGINDIR) $(DATADIR))
$(B)/core/plugin/home.o: $(B)/prefix
$(B)/core/plugin/home.o: CORE_CFLAGS += -DMESHREPORT_PREFIX_PLUGINDIR='"$(PLUGINDIR)"' -DMESHREPORT_PREFIX_DATADIR='"$(DATADIR)/meshreport"' \
  -DMESHREPORT_MOVED_PLUGINDIR='"$(call from_program,$(PLUGINDIR))"' -DMESHREPORT_MOVED_DATADIR='"$(call from_program,$(DATADIR)/meshreport)"'

abi = $(shell sed -n 's/^\#define MR_ABI_$(1) //p' core/include/meshreport/plugin.h)
# Below LIBDIR, not DATADIR: plugindir lies below LIBDIR, and is another one for each architecture.
# A moved installation: pkg-config --define-prefix.
below_prefix = $(patsubst $(PREFIX)/%,$${prefix}/%,$(1))
$(PC): $(B)/prefix core/include/meshreport/plugin.h Makefile
	@printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$(call below_prefix,$(INCDIR))' 'plugindir=$(call below_prefix,$(PLUGINDIR))' \
	  'abi_major=$(call abi,MAJOR)' 'abi_minor=$(call abi,MINOR)' '' 'Name: meshreport' \
	  'Description: how a plugin of meshreport is compiled; it links nothing of it' \
	  'Version: $(VERSION)' 'Cflags: -I$${includedir}' > $@

# What a plugin links of it follows from what it calls, so what the kit may need is said for --static alone.
$(KIT_PC): $(B)/prefix plugins/common/kit/kit.h Makefile
	@printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$(call below_prefix,$(INCDIR))' 'libdir=$(call below_prefix,$(LIBDIR))' '' \
	  'Name: meshreport-kit' 'Description: what the plugins of meshreport share, linked statically' \
	  'Version: $(call kit,MAJOR).$(call kit,MINOR)' 'Requires: meshreport' 'Cflags: -I$${includedir}/meshreport-kit' \
	  'Libs: -L$${libdir} -lmeshreport-kit' \
	  'Libs.private: -lharfbuzz -lfribidi -lfontconfig -lunistring -lz -lm' > $@

TEMPLATES = $(filter-out templates/man/% $(foreach p,$(WITHOUT),$(wildcard templates/$(p)/*)),$(wildcard templates/*/*))
HEADERS = $(wildcard core/include/meshreport/*.h)
SHIPPED = $(wildcard data/servicemesh*.yaml)

install: all $(PC) $(KIT_PC)
	$(INSTALL) -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(PLUGINDIR) $(DESTDIR)$(LIBDIR)/pkgconfig \
	  $(DESTDIR)$(INCDIR)/meshreport $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(DATADIR)/meshreport
	$(INSTALL) -m 755 $(B)/meshreport $(DESTDIR)$(BINDIR)/meshreport
	$(INSTALL) -m 644 $(PLUGIN_SO) $(DESTDIR)$(PLUGINDIR)
	$(INSTALL) -m 644 $(PC) $(DESTDIR)$(LIBDIR)/pkgconfig/meshreport.pc
	$(INSTALL) -m 644 $(HEADERS) $(DESTDIR)$(INCDIR)/meshreport
	$(INSTALL) -m 644 $(B)/libmeshreport-kit.a $(DESTDIR)$(LIBDIR)/libmeshreport-kit.a
	$(INSTALL) -m 644 $(KIT_PC) $(DESTDIR)$(LIBDIR)/pkgconfig/meshreport-kit.pc
	$(INSTALL) -D -m 644 plugins/common/kit/README.md $(DESTDIR)$(DOCDIR)/kit.md
	for file in $(KIT_HEADERS:plugins/%=%); do \
	  $(INSTALL) -D -m 644 plugins/$$file $(DESTDIR)$(INCDIR)/meshreport-kit/$$file || exit 1; \
	done
	$(INSTALL) -m 644 core/meshreport.1 $(DESTDIR)$(MANDIR)/man1/meshreport.1
	$(INSTALL) -m 644 $(MAN5) $(DESTDIR)$(MANDIR)/man5
	$(INSTALL) -m 644 $(SHIPPED) data/dataset.schema.json $(DESTDIR)$(DATADIR)/meshreport
	$(INSTALL) -m 644 data/findings.schema.json $(DESTDIR)$(DATADIR)/meshreport/findings.schema.json
	$(INSTALL) -m 644 data/export.schema.json $(DESTDIR)$(DATADIR)/meshreport/export.schema.json
	$(INSTALL) -m 644 data/changes.schema.json $(DESTDIR)$(DATADIR)/meshreport/changes.schema.json
	$(INSTALL) -m 644 data/style.schema.json $(DESTDIR)$(DATADIR)/meshreport/style.schema.json
	$(INSTALL) -m 644 data/defaults.schema.json $(DESTDIR)$(DATADIR)/meshreport/defaults.schema.json
	$(INSTALL) -D -m 644 plugins/words.md $(DESTDIR)$(DOCDIR)/words.md
	$(INSTALL) -D -m 644 templates/shell/meshreport.bash $(DESTDIR)$(BASHDIR)/meshreport
	$(INSTALL) -D -m 644 templates/shell/meshreport.zsh $(DESTDIR)$(ZSHDIR)/_meshreport
	$(INSTALL) -D -m 644 templates/shell/meshreport.fish $(DESTDIR)$(FISHDIR)/meshreport.fish
	for file in $(filter-out %/README.md,$(TEMPLATES:templates/%=%)); do \
	  $(INSTALL) -D -m 644 templates/$$file $(DESTDIR)$(DATADIR)/meshreport/templates/$$file || exit 1; \
	done

# What install put there and nothing else: a plugin of someone else's stays, and so does its folder.
uninstall:
	rm -f $(DESTDIR)$(BINDIR)/meshreport $(PLUGIN_SO:$(B)/plugins/%=$(DESTDIR)$(PLUGINDIR)/%) \
	  $(DESTDIR)$(LIBDIR)/pkgconfig/meshreport.pc $(DESTDIR)$(LIBDIR)/pkgconfig/meshreport-kit.pc \
	  $(DESTDIR)$(LIBDIR)/libmeshreport-kit.a $(DESTDIR)$(DOCDIR)/kit.md \
	  $(KIT_HEADERS:plugins/%=$(DESTDIR)$(INCDIR)/meshreport-kit/%) $(HEADERS:core/include/%=$(DESTDIR)$(INCDIR)/%) \
	  $(DESTDIR)$(MANDIR)/man1/meshreport.1 $(MAN5:$(B)/man/%=$(DESTDIR)$(MANDIR)/man5/%) $(SHIPPED:data/%=$(DESTDIR)$(DATADIR)/meshreport/%) \
	  $(DESTDIR)$(DATADIR)/meshreport/dataset.schema.json \
	  $(DESTDIR)$(DATADIR)/meshreport/findings.schema.json \
	  $(DESTDIR)$(DATADIR)/meshreport/export.schema.json \
	  $(DESTDIR)$(DATADIR)/meshreport/changes.schema.json \
	  $(DESTDIR)$(DATADIR)/meshreport/style.schema.json \
	  $(DESTDIR)$(DATADIR)/meshreport/defaults.schema.json \
	  $(DESTDIR)$(DOCDIR)/words.md $(DESTDIR)$(BASHDIR)/meshreport $(DESTDIR)$(ZSHDIR)/_meshreport $(DESTDIR)$(FISHDIR)/meshreport.fish \
	  $(TEMPLATES:templates/%=$(DESTDIR)$(DATADIR)/meshreport/templates/%)
	-rmdir $(sort $(dir $(KIT_HEADERS:plugins/%=$(DESTDIR)$(INCDIR)/meshreport-kit/%))) \
	  $(DESTDIR)$(INCDIR)/meshreport-kit/latex $(DESTDIR)$(INCDIR)/meshreport-kit/csv $(DESTDIR)$(INCDIR)/meshreport-kit/common \
	  $(DESTDIR)$(INCDIR)/meshreport-kit $(DESTDIR)$(DOCDIR) $(DESTDIR)$(PLUGINDIR) $(DESTDIR)$(LIBDIR)/meshreport $(DESTDIR)$(INCDIR)/meshreport \
	  $(wildcard $(DESTDIR)$(DATADIR)/meshreport/templates/*) \
	  $(DESTDIR)$(DATADIR)/meshreport/templates $(DESTDIR)$(DATADIR)/meshreport 2>/dev/null

# ---- packages for Debian: dpkg-buildpackage looks for debian/, which the top level of this tree does not have
DEB = $(B)/deb/meshreport-$(VERSION)
DEB_NEEDS := debhelper dpkg-dev fakeroot lintian
deb:
	@for tool in dpkg-buildpackage dh; do command -v $$tool >/dev/null || { \
	  echo "make deb needs $$tool: apt-get install --no-install-recommends $(DEB_NEEDS)"; exit 1; }; done
	rm -rf $(B)/deb && mkdir -p $(DEB)
	tar -cf - --exclude=node_modules --exclude=__pycache__ core plugins data templates tests Makefile README.md LICENSE | tar -xf - -C $(DEB)
	cp -R .debian $(DEB)/debian && mkdir $(DEB)/debian/source && echo "3.0 (native)" > $(DEB)/debian/source/format
	cd $(DEB) && env -u MAKEFLAGS -u MAKELEVEL -u B -u SAN -u CFLAGS dpkg-buildpackage -b -us -uc

clean:
	rm -rf $(B) $(BSAN) build-tsan

-include $(CORE_OBJ:.o=.d) $(COMMON_OBJ:.o=.d) $(B)/core/cli/main.d $(UNIT_BIN:=.d)

.PHONY: FORCE install uninstall all bootstrap bootstrap-check check quick unit fuzz torture analyze scale worlds coverage figures bench gallery format deb clean

# meshreport: `make` builds, `make check` tests, `make install` installs; README.md has the commands.
#
# A folder of plugins/ with a .c file is a plugin and is built; there is no list to edit.  What a
# plugin links stands in plugins/NAME/needs: pkg-config names and -l flags, one a line.
#
#   B=DIR      where to build (default build)
#   SAN=1      with AddressSanitizer and UndefinedBehaviorSanitizer (default B: build-san)
#   WERROR=1   warnings are errors (CI)

VERSION := 0.1.0

CC     ?= cc
PKG    ?= pkg-config
SAN    ?=
WERROR ?=
B      ?= $(if $(SAN),build-san,build)

PREFIX  ?= /usr/local
DESTDIR ?=
BINDIR  ?= $(PREFIX)/bin
LIBDIR  ?= $(PREFIX)/lib
DATADIR ?= $(PREFIX)/share
MANDIR  ?= $(DATADIR)/man
INCDIR  ?= $(PREFIX)/include
PLUGINDIR = $(LIBDIR)/meshreport/plugins

WARN   := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wcast-qual -Wstrict-prototypes -Wmissing-prototypes $(if $(WERROR),-Werror)
OPT    ?= $(if $(SAN),-O1 -g -fsanitize=address$(,)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer,-O2 -g)
,      := ,
BASE   := -std=c11 -D_POSIX_C_SOURCE=200809L -D_FORTIFY_SOURCE=$(if $(SAN),0,2) $(WARN) $(OPT) -fPIC -fstack-protector-strong -MMD -MP

-include make.local
.DELETE_ON_ERROR:
.SECONDARY:

# ---- core
CORE_NEEDS := yaml-0.1 libcmark-gfm -lcmark-gfm-extensions
core_pkgs   = $(filter-out -%,$(CORE_NEEDS))
CORE_CFLAGS = $(BASE) -Icore/include -Icore $(shell $(PKG) --cflags $(core_pkgs)) \
              -DMESHREPORT_VERSION='"$(VERSION)"' -DMESHREPORT_PREFIX_PLUGINDIR='"$(PLUGINDIR)"' \
              -DMESHREPORT_PREFIX_DATADIR='"$(DATADIR)/meshreport"'
CORE_LIBS   = $(shell $(PKG) --libs $(core_pkgs)) $(filter -%,$(CORE_NEEDS)) -ldl

CORE_SRC := $(filter-out core/main.c,$(wildcard core/*.c))
CORE_OBJ := $(CORE_SRC:%.c=$(B)/%.o)

# ---- plugins
PLUGIN_DIRS := $(filter-out plugins/common,$(patsubst %/,%,$(sort $(dir $(wildcard plugins/*/*.c)))))
PLUGINS     := $(notdir $(PLUGIN_DIRS))
PLUGIN_SO   := $(PLUGINS:%=$(B)/plugins/%.so)
COMMON_SRC  := $(wildcard plugins/common/*.c)
COMMON_OBJ  := $(COMMON_SRC:%.c=$(B)/%.o)

needs  = $(shell cat plugins/$(1)/needs 2>/dev/null | sed 's/\#.*//')
pkgs   = $(filter-out -%,$(call needs,$(1)))
cflags = $(if $(call pkgs,$(1)),$(shell $(PKG) --cflags $(call pkgs,$(1))))
libs   = $(if $(call pkgs,$(1)),$(shell $(PKG) --libs $(call pkgs,$(1)))) $(filter -%,$(call needs,$(1)))

all: $(B)/meshreport $(PLUGIN_SO)

$(B)/core/%.o: core/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) -c -o $@ $<

$(B)/libcore.a: $(CORE_OBJ)
	rm -f $@ && ar rcs $@ $^

$(B)/meshreport: $(B)/core/main.o $(B)/libcore.a
	$(CC) $(OPT) $(LDFLAGS) -o $@ $^ $(CORE_LIBS)

COMMON_CFLAGS := $(call cflags,common)
$(B)/plugins/common/%.o: plugins/common/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(BASE) -fvisibility=hidden -Icore/include -Iplugins $(COMMON_CFLAGS) -c -o $@ $<

$(B)/libcommon.a: $(COMMON_OBJ)
	rm -f $@ && ar rcs $@ $^

define plugin_rules
$(1)_CFLAGS := $$(call cflags,$(1))
$(1)_LIBS := $$(call libs,$(1))
$(1)_OBJ := $$(patsubst %.c,$(B)/%.o,$$(wildcard plugins/$(1)/*.c))
$(B)/plugins/$(1)/%.o: plugins/$(1)/%.c Makefile
	@mkdir -p $$(@D)
	$$(CC) $$(BASE) -fvisibility=hidden -Icore/include -Iplugins $$($(1)_CFLAGS) -c -o $$@ $$<
$(B)/plugins/$(1).so: $$($(1)_OBJ) $(B)/libcommon.a
	$$(CC) $$(OPT) -shared $(if $(SAN),,-Wl$(,)-z$(,)defs) -Wl,--as-needed -Wl,-z,nodelete $$(LDFLAGS) -o $$@ $$($(1)_OBJ) $(B)/libcommon.a $$($(1)_LIBS)
-include $$($(1)_OBJ:.o=.d)
endef
$(foreach p,$(PLUGINS),$(eval $(call plugin_rules,$(p))))

# ---- unit tests: tests/unit/test_X.c is one cmocka program
UNIT_SRC := $(wildcard tests/unit/test_*.c)
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$(B)/tests/unit/%)
# what the tested pure parts of plugins need: every object but the NAME/NAME.c that holds the plugin's symbol
PURE_OBJ := $(foreach p,$(PLUGINS),$(filter-out $(B)/plugins/$(p)/$(p).o,$($(p)_OBJ)))
$(B)/libpure.a: $(PURE_OBJ)
	rm -f $@ && ar rcs $@ $^

ALL_LIBS = $(foreach p,common $(PLUGINS),$(call libs,$(p)))
$(B)/tests/unit/%: tests/unit/%.c $(B)/libcore.a $(B)/libpure.a $(B)/libcommon.a
	@mkdir -p $(@D)
	$(CC) $(BASE) -Icore/include -Icore -Iplugins -Itests/unit $(CORE_CFLAGS) $(foreach p,common $(PLUGINS),$(call cflags,$(p))) -Wno-missing-prototypes -o $@ $< \
	  $(B)/libpure.a $(B)/libcommon.a $(B)/libcore.a -lcmocka $(CORE_LIBS) $(ALL_LIBS) -lm

unit: $(UNIT_BIN)
	@for t in $(UNIT_BIN); do $$t || exit 1; done

check: all
	tests/run

clean:
	rm -rf build build-san

-include $(CORE_OBJ:.o=.d) $(COMMON_OBJ:.o=.d) $(B)/core/main.d $(UNIT_BIN:=.d)

.PHONY: all unit check clean

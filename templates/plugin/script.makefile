# make check tries @NAME@.plugin, make install puts it where your own plugins are found; there is nothing to build.
MESHREPORT ?= meshreport
PLUGINS = $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/meshreport/plugins

check:
	MESHREPORT='$(MESHREPORT)' ./test

install:
	mkdir -p '$(PLUGINS)'
	cp @NAME@.plugin '$(PLUGINS)'

.PHONY: check install

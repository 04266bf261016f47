# make builds @NAME@.so, make check tries it, make install puts it where your own plugins are found.
CFLAGS ?= -std=c11 -O2
FLAGS  = -Wall -Wextra -fPIC -shared -fvisibility=hidden -Wl,-z,defs
MESHREPORT ?= meshreport
PLUGINS = $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/meshreport/plugins

@NAME@.so: @NAME@.c
	$(CC) $(FLAGS) $(CFLAGS) $$(pkg-config --cflags meshreport) $(LDFLAGS) -o $@ @NAME@.c

check: @NAME@.so
	MESHREPORT='$(MESHREPORT)' ./test

install: @NAME@.so
	mkdir -p '$(PLUGINS)'
	cp @NAME@.so '$(PLUGINS)'

clean:
	rm -f @NAME@.so

.PHONY: check install clean

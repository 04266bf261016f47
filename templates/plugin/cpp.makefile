# make builds @NAME@.so, make check tries it, make install puts it where your own plugins are found.
CXXFLAGS ?= -std=c++17 -O2
FLAGS  = -Wall -Wextra -fPIC -shared -fvisibility=hidden -Wl,-z,defs
MESHREPORT ?= meshreport
PLUGINS = $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/meshreport/plugins

@NAME@.so: @NAME@.cpp
	$(CXX) $(FLAGS) $(CXXFLAGS) $$(pkg-config --cflags meshreport) $(LDFLAGS) -o $@ @NAME@.cpp

check: @NAME@.so
	MESHREPORT='$(MESHREPORT)' ./test

install: @NAME@.so
	mkdir -p '$(PLUGINS)'
	cp @NAME@.so '$(PLUGINS)'

clean:
	rm -f @NAME@.so

.PHONY: check install clean

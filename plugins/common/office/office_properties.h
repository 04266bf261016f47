/* SPDX-License-Identifier: MIT */
/*
 * office_properties - what a document says of itself: docProps/core.xml (ECMA-376 part 2, 11) and docProps/app.xml
 * (part 1, 22.2).
 *
 * The first stands in the package undeflated, so that the host finds its mark.  Its dates are the job's clock; a job
 * without one has none.
 */
#ifndef MESHREPORT_COMMON_OFFICE_PROPERTIES_H
#define MESHREPORT_COMMON_OFFICE_PROPERTIES_H

#include "common/office/office_package.h"
#include "common/office/office_xml.h"

#define OFFICE_PROPERTIES_CORE "docProps/core.xml"
#define OFFICE_PROPERTIES_APP "docProps/app.xml"

struct office_properties {
	struct office_xml core, app;
};

/* Writes the parts and puts them into the package; they must live as long as it. */
void office_properties_put(struct office_package *package, struct office_properties *properties);
void office_properties_release(struct office_properties *properties);

#endif

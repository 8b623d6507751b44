#pragma once
#include <stddef.h>

// The template of the report that the program carries: Sources/Reporting/Template, compiled in with
// #embed for the reason told in Sources/CSchemas.

const unsigned char *sipas_wording_xml(size_t *length);
const unsigned char *sipas_page_mustache(size_t *length);
const unsigned char *sipas_style_css(size_t *length);

#pragma once
// Debian's libxml2 is built with ICU: libxml/encoding.h then includes <unicode/ucnv.h>, whose enums
// clash with the toolchain's _FoundationICU module in any file that also sees Foundation. Only two
// private fields at the end of xmlCharEncodingHandler depend on the macro, and Swift never
// allocates that struct.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses; an inline function passes.
static inline void sipas_xml_free(void *pointer) { xmlFree(pointer); }

// Some faults of encoding do not go to the parser's own receiver but to a function that prints bytes
// of the document on standard error. It takes a variable number of arguments, which Swift cannot make.
static void sipas_xml_ignore(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}
static inline void sipas_xml_be_silent(void) {
  xmlSetGenericErrorFunc(0, sipas_xml_ignore);
  xmlThrDefSetGenericErrorFunc(0, sipas_xml_ignore);
}

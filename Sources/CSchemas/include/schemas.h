#pragma once
#include <stddef.h>

// The XSD files of questionnaires/schema, compiled into the program so that one binary carries its
// vocabularies. C's #embed costs nothing to compile; SwiftPM's embedInCode writes the bytes as a
// Swift array literal, which took ten seconds in a debug build and twenty-two in a release build.

const unsigned char *sipas_questionnaire_xsd(size_t *length);
const unsigned char *sipas_survey_xsd(size_t *length);
const unsigned char *sipas_plan_xsd(size_t *length);
const unsigned char *sipas_report_xsd(size_t *length);
const unsigned char *sipas_forms_xsd(size_t *length);
const unsigned char *sipas_xml_xsd(size_t *length);

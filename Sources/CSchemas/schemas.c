#include "schemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char questionnaire[] = {
#embed "../../questionnaires/schema/questionnaire.xsd"
};
static const unsigned char survey[] = {
#embed "../../questionnaires/schema/survey.xsd"
};
static const unsigned char plan[] = {
#embed "../../questionnaires/schema/plan.xsd"
};
static const unsigned char report[] = {
#embed "../../questionnaires/schema/report.xsd"
};
static const unsigned char forms[] = {
#embed "../../questionnaires/schema/forms.xsd"
};
static const unsigned char xml[] = {
#embed "../../questionnaires/schema/xml.xsd"
};

const unsigned char *sipas_questionnaire_xsd(size_t *length) {
  *length = sizeof questionnaire;
  return questionnaire;
}

const unsigned char *sipas_survey_xsd(size_t *length) {
  *length = sizeof survey;
  return survey;
}

const unsigned char *sipas_plan_xsd(size_t *length) {
  *length = sizeof plan;
  return plan;
}

const unsigned char *sipas_report_xsd(size_t *length) {
  *length = sizeof report;
  return report;
}

const unsigned char *sipas_forms_xsd(size_t *length) {
  *length = sizeof forms;
  return forms;
}

const unsigned char *sipas_xml_xsd(size_t *length) {
  *length = sizeof xml;
  return xml;
}

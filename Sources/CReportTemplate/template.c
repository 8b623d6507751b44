#include "template.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char wording[] = {
#embed "../Reporting/Template/wording.xml"
};
static const unsigned char page[] = {
#embed "../Reporting/Template/page.mustache"
};
static const unsigned char style[] = {
#embed "../Reporting/Template/style.css"
};

const unsigned char *sipas_wording_xml(size_t *length) {
  *length = sizeof wording;
  return wording;
}

const unsigned char *sipas_page_mustache(size_t *length) {
  *length = sizeof page;
  return page;
}

const unsigned char *sipas_style_css(size_t *length) {
  *length = sizeof style;
  return style;
}

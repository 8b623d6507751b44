#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

// Pango hands out GObjects as pointers of their own types; Swift has no cast between them.
static inline void sipas_pango_release_font_map(PangoFontMap *map) { g_object_unref(map); }
static inline void sipas_pango_release_context(PangoContext *context) { g_object_unref(context); }
static inline void sipas_pango_release_layout(PangoLayout *layout) { g_object_unref(layout); }

// One unit of the layout is one unit of the surface: a point on paper, a pixel on a picture.
static inline void sipas_pango_set_resolution(PangoFontMap *map, double dots) {
  pango_cairo_font_map_set_resolution((PangoCairoFontMap *)map, dots);
}

// Macros and enumerators that Swift does not import with their type.
static inline int sipas_pango_units(double points) { return pango_units_from_double(points); }
static inline double sipas_pango_points(int units) { return pango_units_to_double(units); }
static inline PangoAttribute *sipas_pango_weight_bold(void) {
  return pango_attr_weight_new(PANGO_WEIGHT_BOLD);
}
static inline PangoAttribute *sipas_pango_style_italic(void) {
  return pango_attr_style_new(PANGO_STYLE_ITALIC);
}

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkXmlGuard:
 * @window: the last eight bytes
 * @state: what they stand in
 * @n_attributes: number of attributes of the open tag so far
 * @quote: the quote that is open in it, 0 for none
 *
 * How far a guard has come; begin with zeros.
 */
typedef struct
{
  guint64 window;
  guint   state;
  guint   n_attributes;
  char    quote;
} IkXmlGuard;

gboolean ik_xml_guard_pass (IkXmlGuard *self,
                            const char *data,
                            gsize       size);

G_END_DECLS

#pragma once

#include "ik-list-number.h"
#include "ik-rich-document.h"
#include "ik-xml.h"

G_BEGIN_DECLS

#define IK_ODT_MAX_LEVELS 10u

/* The list style that numbers headings. */
#define IK_ODT_OUTLINE "Outline"

/**
 * IkOdtLook:
 * @style: bold and italic
 * @level: level of a heading, else 0
 * @code: whether it is meant for code
 * @hidden: whether it isn't shown
 *
 * What a style with all that it inherits comes to.
 */
typedef struct
{
  IkRichStyle style;
  guint       level;
  gboolean    code;
  gboolean    hidden;
} IkOdtLook;

/**
 * IkOdtListLevel:
 * @format: how it counts
 * @start: its first number
 * @prefix: (nullable): what stands before the number
 * @suffix: (nullable): what stands behind it
 * @hangs: whether its bullet is a blank: its items hang below those of others
 * @n_shown: of how many levels the numbers are shown, with its own
 *
 * A level of a list style.
 */
typedef struct
{
  IkListFormat  format;
  guint         start;
  char         *prefix;
  char         *suffix;
  gboolean      hangs;
  guint         n_shown;
} IkOdtListLevel;

/**
 * IkOdtStyles:
 *
 * The styles of an OpenDocument text.
 */
typedef struct _IkOdtStyles IkOdtStyles;

IkOdtStyles          *ik_odt_styles_new       (void);
void                  ik_odt_styles_free      (IkOdtStyles           *self);
void                  ik_odt_styles_start     (IkOdtStyles           *self,
                                               const char            *name,
                                               const IkXmlAttributes *attributes);
IkOdtLook             ik_odt_styles_lookup    (const IkOdtStyles     *self,
                                               const char            *family,
                                               const char            *name);
const IkOdtListLevel *ik_odt_styles_get_level (const IkOdtStyles     *self,
                                               const char            *list_style,
                                               guint                  level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkOdtStyles, ik_odt_styles_free)

G_END_DECLS

#pragma once

#include "ik-rich-document.h"
#include "ik-xml.h"

G_BEGIN_DECLS

/**
 * IkDocxLook:
 * @style: bold and italic
 * @level: level of a heading, else 0
 * @code: whether it is meant for code
 * @contents: whether it is meant for a list of contents
 * @hidden: whether it isn't shown
 * @num_id: the list it belongs to, 0 for none
 * @num_level: level in that list, from 0
 * @indent: indent in twips, -1 where not said
 *
 * What a style with all that it inherits comes to.
 */
typedef struct
{
  IkRichStyle style;
  guint       level;
  gboolean    code;
  gboolean    contents;
  gboolean    hidden;
  int         num_id;
  guint       num_level;
  int         indent;
} IkDocxLook;

/**
 * IkDocxStyles:
 *
 * The styles of an Office Open XML text.
 */
typedef struct _IkDocxStyles IkDocxStyles;

IkDocxStyles *ik_docx_styles_new      (void);
void          ik_docx_styles_free     (IkDocxStyles        *self);
const IkXmlHandler *ik_docx_styles_get_handler (void);
const char   *ik_docx_styles_language (const IkDocxStyles  *self);
IkDocxLook    ik_docx_styles_lookup   (IkDocxStyles        *self,
                                       const char          *id);
gboolean      ik_docx_is_on           (const IkXmlAttributes *attributes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDocxStyles, ik_docx_styles_free)

G_END_DECLS

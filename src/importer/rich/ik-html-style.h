#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkHtmlLook:
 * @IK_HTML_LOOK_BOLD: bold
 * @IK_HTML_LOOK_HIDDEN: not shown
 *
 * What a style sheet says about elements that matters here.
 */
typedef enum
{
  IK_HTML_LOOK_BOLD = 1 << 0,
  IK_HTML_LOOK_HIDDEN = 1 << 1,
} IkHtmlLook;

/**
 * IkHtmlStyle:
 *
 * The classes and ids that a page's style sheets make bold or hide.
 */
typedef struct _IkHtmlStyle IkHtmlStyle;

IkHtmlStyle *ik_html_style_new    (void);
void         ik_html_style_free   (IkHtmlStyle       *self);
void         ik_html_style_parse  (IkHtmlStyle       *self,
                                   const char        *sheet);
IkHtmlLook   ik_html_style_lookup (const IkHtmlStyle *self,
                                   const char        *class_names,
                                   const char        *id,
                                   const char        *inline_style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkHtmlStyle, ik_html_style_free)

G_END_DECLS

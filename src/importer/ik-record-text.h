#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkRecordFormat:
 * @IK_RECORD_PLAIN: plain text
 * @IK_RECORD_MARKDOWN: CommonMark
 * @IK_RECORD_HTML: HTML
 *
 * How the texts of a document are written that is no text itself.
 */
typedef enum
{
  IK_RECORD_PLAIN,
  IK_RECORD_MARKDOWN,
  IK_RECORD_HTML,
} IkRecordFormat;

IkRecordFormat ik_record_text_guess        (const char     *text,
                                            IkRecordFormat  so_far);
char          *ik_record_text_dup_markdown (const char     *text,
                                            IkRecordFormat  format);
gsize          ik_record_text_find_details (const char     *markdown);
char         **ik_record_text_split        (const char     *text);

G_END_DECLS

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IkDraftLine:
 * @is_heading: whether only @title is shown, as the title of a section
 * @title: what it is
 * @text: what stands there, on one line
 * @note: what to say about it
 *
 * A line of an #IkDraftList.
 */
typedef struct
{
  gboolean  is_heading;
  char     *title;
  char     *text;
  char     *note;
} IkDraftLine;

void       ik_draft_line_free    (IkDraftLine       *self);

#define IK_TYPE_DRAFT_ROW (ik_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (IkDraftRow, ik_draft_row, IK, DRAFT_ROW, GtkWidget)

GtkWidget *ik_draft_row_new      (void);
void       ik_draft_row_set_line (IkDraftRow        *self,
                                  const IkDraftLine *line);

G_END_DECLS

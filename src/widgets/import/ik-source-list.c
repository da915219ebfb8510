#include "ik-source-list.h"

#include "ik-source-row.h"

/**
 * IkSourceList:
 *
 * The lines of a document, each with what became of it in the draft.
 */
struct _IkSourceList
{
  IkPositionView  parent_instance;

  IkDraft        *draft; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (IkSourceList, ik_source_list, IK_TYPE_POSITION_VIEW)

static GtkWidget *
ik_source_list_create_row (IkPositionView *view,
                           GtkListItem    *list_item)
{
  return ik_source_row_new ();
}

static void
ik_source_list_update_row (IkPositionView *view,
                           GtkListItem    *list_item)
{
  IkDraftContent *content = ik_draft_get_content (IK_SOURCE_LIST (view)->draft);
  guint line = gtk_list_item_get_position (list_item) + 1;
  const IkDraftLine *marked = content != NULL ? ik_draft_content_get_line (content, line) : NULL;

  ik_source_row_set_mark (IK_SOURCE_ROW (gtk_list_item_get_child (list_item)),
                          marked != NULL ? marked->mark : IK_LINE_MARK_NONE,
                          marked != NULL && marked->begins);
}

static void
ik_source_list_fill_row (IkPositionView *view,
                         GtkListItem    *list_item)
{
  IkSourceList *self = IK_SOURCE_LIST (view);
  guint line = gtk_list_item_get_position (list_item) + 1;
  guint n_digits = 1;
  gsize length;
  const char *text = ik_draft_get_line (self->draft, line, &length);

  for (guint n = ik_draft_count_lines (self->draft); n >= 10; n /= 10)
    n_digits++;
  ik_source_row_set_text (IK_SOURCE_ROW (gtk_list_item_get_child (list_item)), line, n_digits,
                          text, length);
  ik_source_list_update_row (view, list_item);
}

static void
ik_source_list_dispose (GObject *object)
{
  IkSourceList *self = IK_SOURCE_LIST (object);

  if (self->draft != NULL)
    ik_source_list_set_draft (self, NULL);

  G_OBJECT_CLASS (ik_source_list_parent_class)->dispose (object);
}

static void
ik_source_list_class_init (IkSourceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  IkPositionViewClass *view_class = IK_POSITION_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_source_list_dispose;
  view_class->create_row = ik_source_list_create_row;
  view_class->fill_row = ik_source_list_fill_row;
  view_class->update_row = ik_source_list_update_row;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-source-list.ui");
}

static void
ik_source_list_init (IkSourceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_source_list_set_draft:
 * @draft: (nullable): a draft whose document is open
 *
 * Shows the lines of a document; what they became follows each change of the
 * draft.
 */
void
ik_source_list_set_draft (IkSourceList *self,
                          IkDraft      *draft)
{
  g_return_if_fail (IK_IS_SOURCE_LIST (self));
  g_return_if_fail (draft == NULL || IK_IS_DRAFT (draft));

  ik_position_view_resize (IK_POSITION_VIEW (self), 0);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (ik_position_view_update_rows), self);
  ik_position_view_resize (IK_POSITION_VIEW (self), ik_draft_count_lines (draft));
}

/* A line of the document, from 1, or 0. */
static guint
get_line_at (guint position)
{
  return position != GTK_INVALID_LIST_POSITION ? position + 1 : 0;
}

/**
 * ik_source_list_get_line:
 *
 * Returns: the line that is selected, from 1; 0 where none is
 */
guint
ik_source_list_get_line (IkSourceList *self)
{
  g_return_val_if_fail (IK_IS_SOURCE_LIST (self), 0);

  return get_line_at (ik_position_view_get_selected (IK_POSITION_VIEW (self)));
}

/**
 * ik_source_list_select_line:
 * @line: a line, from 1
 *
 * Selects a line and brings it into view; nothing is emitted.
 */
void
ik_source_list_select_line (IkSourceList *self,
                            guint         line)
{
  g_return_if_fail (IK_IS_SOURCE_LIST (self));
  g_return_if_fail (line >= 1);

  ik_position_view_select (IK_POSITION_VIEW (self), line - 1);
}

/**
 * ik_source_list_show_line:
 * @line: a line, from 1
 *
 * Brings a line into view.
 */
void
ik_source_list_show_line (IkSourceList *self,
                          guint         line)
{
  g_return_if_fail (IK_IS_SOURCE_LIST (self));
  g_return_if_fail (line >= 1);

  ik_position_view_show (IK_POSITION_VIEW (self), line - 1);
}

/**
 * ik_source_list_get_first_line:
 *
 * Returns: the first line in view, from 1; 0 where there is none
 */
guint
ik_source_list_get_first_line (IkSourceList *self)
{
  g_return_val_if_fail (IK_IS_SOURCE_LIST (self), 0);

  return get_line_at (ik_position_view_get_first (IK_POSITION_VIEW (self)));
}

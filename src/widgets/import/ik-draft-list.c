#include "ik-draft-list.h"

#include "ik-draft-row.h"
#include "ik-draft-rows.h"

/**
 * IkDraftList:
 *
 * The questions of a draft by section, or what was not taken. It follows the
 * draft.
 */
struct _IkDraftList
{
  IkPositionView  parent_instance;

  gboolean        left_over; /* whether it shows what was not taken */
  IkDraft        *draft;     /* owned, nullable */
  GArray         *rows;      /* owned; element-type IkDraftRowInfo */
};

typedef enum
{
  PROP_LEFT_OVER = 1,
} IkDraftListProperty;

static GParamSpec *properties[PROP_LEFT_OVER + 1];

G_DEFINE_FINAL_TYPE (IkDraftList, ik_draft_list, IK_TYPE_POSITION_VIEW)

/* Rows */

static const IkDraftRowInfo *
get_row (IkDraftList *self,
         guint        position)
{
  return position < self->rows->len ? &g_array_index (self->rows, IkDraftRowInfo, position) : NULL;
}

static void
ik_draft_list_show_row (IkPositionView *view,
                        GtkListItem    *list_item)
{
  IkDraftList *self = IK_DRAFT_LIST (view);
  IkDraftContent *content = ik_draft_get_content (self->draft);
  IkDraftRow *row = IK_DRAFT_ROW (gtk_list_item_get_child (list_item));
  const IkDraftRowInfo *info = get_row (self, gtk_list_item_get_position (list_item));
  const IkDraftEntry *entry;

  /* The draft was changed, or given away, while the list was out of view. */
  if (info == NULL || content == NULL)
    return;

  if (info->kind == IK_DRAFT_ROW_LEFT_OVER)
    {
      ik_draft_row_show_left_over (row, content->pack->left_over->pdata[info->entry]);
      return;
    }

  entry = ik_draft_content_get_question (content, info->entry);
  if (info->kind == IK_DRAFT_ROW_SECTION)
    ik_draft_row_show_section (row, entry->section);
  else
    ik_draft_row_show_question (row, self->draft, info->entry);
}

/* Out of view nothing needs to be right. */
static void
show_rows_in_view (IkDraftList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ik_position_view_update_rows (IK_POSITION_VIEW (self));
}

static void
toggled_cb (GtkListItem *list_item,
            IkDraftRow  *row)
{
  IkDraftList *self =
    IK_DRAFT_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), IK_TYPE_DRAFT_LIST));
  guint position = gtk_list_item_get_position (list_item);
  const IkDraftRowInfo *info = get_row (self, position);

  if (info == NULL)
    return;

  ik_position_view_go_to (IK_POSITION_VIEW (self), position);
  ik_draft_toggle (self->draft, info->entry);
}

static void
decided_cb (GtkListItem *list_item,
            guint        decision,
            IkDraftRow  *row)
{
  IkDraftList *self =
    IK_DRAFT_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), IK_TYPE_DRAFT_LIST));
  guint position = gtk_list_item_get_position (list_item);
  const IkDraftRowInfo *info = get_row (self, position);

  if (info == NULL)
    return;

  ik_position_view_go_to (IK_POSITION_VIEW (self), position);
  ik_draft_decide (self->draft, info->entry, decision);
}

static GtkWidget *
ik_draft_list_create_row (IkPositionView *view,
                          GtkListItem    *list_item)
{
  GtkWidget *row = ik_draft_row_new ();

  g_signal_connect_swapped (row, "toggled", G_CALLBACK (toggled_cb), list_item);
  g_signal_connect_swapped (row, "decided", G_CALLBACK (decided_cb), list_item);

  return row;
}

/* The draft */

/* What stands where may have changed everywhere: the rows stay and show it. */
static void
changed_cb (IkDraftList *self)
{
  g_array_unref (self->rows);
  self->rows = ik_draft_rows_new (ik_draft_get_content (self->draft), self->left_over);
  ik_position_view_resize (IK_POSITION_VIEW (self), self->rows->len);
  show_rows_in_view (self);
}

/* The class */

static void
ik_draft_list_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((IkDraftListProperty) prop_id)
    {
    case PROP_LEFT_OVER:
      g_value_set_boolean (value, IK_DRAFT_LIST (object)->left_over);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_draft_list_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((IkDraftListProperty) prop_id)
    {
    case PROP_LEFT_OVER:
      IK_DRAFT_LIST (object)->left_over = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_draft_list_map (GtkWidget *widget)
{
  ik_position_view_update_rows (IK_POSITION_VIEW (widget));

  GTK_WIDGET_CLASS (ik_draft_list_parent_class)->map (widget);
}

static void
ik_draft_list_dispose (GObject *object)
{
  IkDraftList *self = IK_DRAFT_LIST (object);

  if (self->draft != NULL)
    ik_draft_list_set_draft (self, NULL);

  G_OBJECT_CLASS (ik_draft_list_parent_class)->dispose (object);
}

static void
ik_draft_list_finalize (GObject *object)
{
  g_array_unref (IK_DRAFT_LIST (object)->rows);

  G_OBJECT_CLASS (ik_draft_list_parent_class)->finalize (object);
}

static void
ik_draft_list_class_init (IkDraftListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  IkPositionViewClass *view_class = IK_POSITION_VIEW_CLASS (klass);

  object_class->get_property = ik_draft_list_get_property;
  object_class->set_property = ik_draft_list_set_property;
  object_class->dispose = ik_draft_list_dispose;
  object_class->finalize = ik_draft_list_finalize;
  widget_class->map = ik_draft_list_map;
  view_class->create_row = ik_draft_list_create_row;
  view_class->fill_row = ik_draft_list_show_row;
  view_class->update_row = ik_draft_list_show_row;

  /**
   * IkDraftList:left-over:
   *
   * Whether it shows what was not taken rather than the questions.
   */
  properties[PROP_LEFT_OVER] =
    g_param_spec_boolean ("left-over", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-draft-list.ui");
}

static void
ik_draft_list_init (IkDraftList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (IkDraftRowInfo));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_draft_list_set_draft:
 * @draft: (nullable): a draft
 *
 * Shows a draft, now and after each change.
 */
void
ik_draft_list_set_draft (IkDraftList *self,
                         IkDraft     *draft)
{
  g_return_if_fail (IK_IS_DRAFT_LIST (self));
  g_return_if_fail (draft == NULL || IK_IS_DRAFT (draft));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  ik_position_view_resize (IK_POSITION_VIEW (self), 0);
  g_array_set_size (self->rows, 0);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (draft, "accepted", G_CALLBACK (show_rows_in_view), self);
  if (ik_draft_get_content (draft) != NULL)
    changed_cb (self);
}

static guint
get_line (IkDraftList *self,
          guint        position)
{
  const IkDraftRowInfo *row = get_row (self, position);

  return row != NULL ? ik_draft_rows_get_line (ik_draft_get_content (self->draft), row) : 0;
}

/**
 * ik_draft_list_get_line:
 *
 * Returns: the line of the document that the selected row stands for, 0 for
 *   none
 */
guint
ik_draft_list_get_line (IkDraftList *self)
{
  g_return_val_if_fail (IK_IS_DRAFT_LIST (self), 0);

  return get_line (self, ik_position_view_get_selected (IK_POSITION_VIEW (self)));
}

/**
 * ik_draft_list_get_entry:
 *
 * Returns: index of the question or left-over that is selected,
 *   %IK_DRAFT_NO_ENTRY where none is
 */
guint
ik_draft_list_get_entry (IkDraftList *self)
{
  const IkDraftRowInfo *row;

  g_return_val_if_fail (IK_IS_DRAFT_LIST (self), IK_DRAFT_NO_ENTRY);

  row = get_row (self, ik_position_view_get_selected (IK_POSITION_VIEW (self)));
  return row != NULL && row->kind != IK_DRAFT_ROW_SECTION ? row->entry : IK_DRAFT_NO_ENTRY;
}

/**
 * ik_draft_list_select_entry:
 * @entry: index of a question or left-over
 *
 * Selects a row and brings it into view; nothing is emitted.
 */
void
ik_draft_list_select_entry (IkDraftList *self,
                            guint        entry)
{
  guint position;

  g_return_if_fail (IK_IS_DRAFT_LIST (self));

  position = ik_draft_rows_find (self->rows, entry);
  if (position < self->rows->len)
    ik_position_view_select (IK_POSITION_VIEW (self), position);
}

/**
 * ik_draft_list_show_entry:
 * @entry: index of a question or left-over
 *
 * Brings a row into view.
 */
void
ik_draft_list_show_entry (IkDraftList *self,
                          guint        entry)
{
  guint position;

  g_return_if_fail (IK_IS_DRAFT_LIST (self));

  position = ik_draft_rows_find (self->rows, entry);
  if (position < self->rows->len)
    ik_position_view_show (IK_POSITION_VIEW (self), position);
}

/**
 * ik_draft_list_get_first_line:
 *
 * Returns: the line of the document that the first row in view stands for, 0
 *   for none
 */
guint
ik_draft_list_get_first_line (IkDraftList *self)
{
  g_return_val_if_fail (IK_IS_DRAFT_LIST (self), 0);

  return get_line (self, ik_position_view_get_first (IK_POSITION_VIEW (self)));
}

#include "ik-draft-list.h"

#include "ik-draft-row.h"
#include "ik-draft-rows.h"
#include "ik-gradual-list.h"
#include "ik-list-scroll.h"
#include "ik-position-list.h"

/**
 * IkDraftList:
 *
 * The questions of a draft by section, or what was not taken. It follows the
 * draft. Emits "selected" when the person goes to another row, "scrolled" when
 * other rows come into view, and "activated" when a row is pressed twice.
 */
struct _IkDraftList
{
  GtkWidget           parent_instance;

  /* Template */
  GtkListView        *list;
  GtkPopoverMenu     *menu;

  gboolean            left_over; /* whether it shows what was not taken */
  IkDraft            *draft;     /* owned, nullable */
  GArray             *rows;      /* owned; element-type IkDraftRowInfo */
  IkPositionList     *positions; /* owned; one for each row */
  IkGradualList      *shown;     /* owned; of @positions */
  GtkSingleSelection *selection; /* owned */
  GPtrArray          *bound;     /* owned; element-type GtkListItem, unowned */
  gboolean            is_moving; /* the program goes to another row */
};

typedef enum
{
  PROP_LEFT_OVER = 1,
} IkDraftListProperty;

static GParamSpec *properties[PROP_LEFT_OVER + 1];

enum
{
  SIGNAL_SELECTED,
  SIGNAL_SCROLLED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkDraftList, ik_draft_list, GTK_TYPE_WIDGET)

/* Rows */

static const IkDraftRowInfo *
get_row (IkDraftList *self,
         guint        position)
{
  return position < self->rows->len ? &g_array_index (self->rows, IkDraftRowInfo, position) : NULL;
}

static void
show_row (IkDraftList *self,
          GtkListItem *list_item)
{
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

static void
show_all_rows (IkDraftList *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, g_ptr_array_index (self->bound, i));
}

/* Out of view nothing needs to be right. */
static void
show_rows_in_view (IkDraftList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_all_rows (self);
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

  gtk_single_selection_set_selected (self->selection, position);
  ik_draft_set_accepted (self->draft, info->entry,
                         !ik_draft_is_accepted (self->draft, info->entry));
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

  gtk_single_selection_set_selected (self->selection, position);
  ik_draft_decide (self->draft, info->entry, decision);
}

static void
setup_cb (IkDraftList *self,
          GtkListItem *list_item)
{
  GtkWidget *row = ik_draft_row_new ();

  g_signal_connect_swapped (row, "toggled", G_CALLBACK (toggled_cb), list_item);
  g_signal_connect_swapped (row, "decided", G_CALLBACK (decided_cb), list_item);
  gtk_list_item_set_child (list_item, row);
  ik_list_scroll_setup (list_item);
}

static void
bind_cb (IkDraftList *self,
         GtkListItem *list_item)
{
  g_ptr_array_add (self->bound, list_item);
  show_row (self, list_item);
}

static void
unbind_cb (IkDraftList *self,
           GtkListItem *list_item)
{
  g_ptr_array_remove_fast (self->bound, list_item);
}

/* The draft */

/* What stands where may have changed everywhere: the rows stay and show it. */
static void
changed_cb (IkDraftList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  gboolean is_first = self->rows->len == 0;

  g_array_unref (self->rows);
  self->rows = ik_draft_rows_new (ik_draft_get_content (self->draft), self->left_over);
  self->is_moving = TRUE;
  if (is_first)
    ik_gradual_list_restart (self->shown);
  ik_position_list_resize (self->positions, self->rows->len);
  show_rows_in_view (self);
  if (selected != GTK_INVALID_LIST_POSITION && self->rows->len > 0)
    gtk_single_selection_set_selected (self->selection, MIN (selected, self->rows->len - 1));
  self->is_moving = FALSE;
}

static void
selected_cb (IkDraftList *self)
{
  if (!self->is_moving &&
      gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
scrolled_cb (IkDraftList *self)
{
  g_signal_emit (self, signals[SIGNAL_SCROLLED], 0);
}

static void
activated_cb (IkDraftList *self,
              guint        position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
secondary_pressed_cb (IkDraftList *self,
                      int          n_press,
                      double       x,
                      double       y)
{
  guint position = ik_list_scroll_find_at (self->list, GTK_WIDGET (self), x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  /* The menu gives the focus back to where it was. */
  ik_list_scroll_focus (self->list, position);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
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
  show_all_rows (IK_DRAFT_LIST (widget));

  GTK_WIDGET_CLASS (ik_draft_list_parent_class)->map (widget);
}

/* Tab comes to what is selected, not to where the focus was last. */
static gboolean
ik_draft_list_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  IkDraftList *self = IK_DRAFT_LIST (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_focus_child (widget) == NULL &&
      ik_list_scroll_focus (self->list, selected))
    return TRUE;

  return GTK_WIDGET_CLASS (ik_draft_list_parent_class)->focus (widget, direction);
}

static void
ik_draft_list_dispose (GObject *object)
{
  IkDraftList *self = IK_DRAFT_LIST (object);
  GtkWidget *child;

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->positions);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (ik_draft_list_parent_class)->dispose (object);
}

static void
ik_draft_list_finalize (GObject *object)
{
  g_array_unref (IK_DRAFT_LIST (object)->rows);
  g_ptr_array_unref (IK_DRAFT_LIST (object)->bound);

  G_OBJECT_CLASS (ik_draft_list_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, IK_TYPE_DRAFT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
ik_draft_list_class_init (IkDraftListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_draft_list_get_property;
  object_class->set_property = ik_draft_list_set_property;
  object_class->dispose = ik_draft_list_dispose;
  object_class->finalize = ik_draft_list_finalize;
  widget_class->focus = ik_draft_list_focus;
  widget_class->map = ik_draft_list_map;

  /**
   * IkDraftList:left-over:
   *
   * Whether it shows what was not taken rather than the questions.
   */
  properties[PROP_LEFT_OVER] =
    g_param_spec_boolean ("left-over", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_SELECTED] = add_signal ("selected");
  signals[SIGNAL_SCROLLED] = add_signal ("scrolled");
  signals[SIGNAL_ACTIVATED] = add_signal ("activated");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-draft-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkDraftList, list);
  gtk_widget_class_bind_template_child (widget_class, IkDraftList, menu);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_draft_list_init (IkDraftList *self)
{
  self->bound = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (IkDraftRowInfo));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));

  self->positions = ik_position_list_new ();
  self->shown = ik_gradual_list_new (G_LIST_MODEL (self->positions));
  self->selection =
    gtk_single_selection_new (g_object_ref (ik_gradual_list_get_model (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)),
                            "value-changed", G_CALLBACK (scrolled_cb), self);
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

  self->is_moving = TRUE;
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  ik_position_list_resize (self->positions, 0);
  g_array_set_size (self->rows, 0);
  self->is_moving = FALSE;

  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (draft, "accepted", G_CALLBACK (show_rows_in_view), self);
  if (ik_draft_get_content (draft) != NULL)
    changed_cb (self);
}

/**
 * ik_draft_list_set_menu:
 * @menu: what can be done with a row
 *
 * Sets the menu of the second button of the mouse.
 */
void
ik_draft_list_set_menu (IkDraftList *self,
                        GMenuModel  *menu)
{
  g_return_if_fail (IK_IS_DRAFT_LIST (self));

  gtk_popover_menu_set_menu_model (self->menu, menu);
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
  const IkDraftRowInfo *row;

  g_return_val_if_fail (IK_IS_DRAFT_LIST (self), 0);

  row = get_row (self, gtk_single_selection_get_selected (self->selection));
  return row != NULL ? ik_draft_rows_get_line (ik_draft_get_content (self->draft), row) : 0;
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

  row = get_row (self, gtk_single_selection_get_selected (self->selection));
  return row != NULL && row->kind != IK_DRAFT_ROW_SECTION ? row->entry : IK_DRAFT_NO_ENTRY;
}

static void
show_position (IkDraftList *self,
               guint        position)
{
  GListModel *shown = ik_gradual_list_get_model (self->shown);

  if (position >= g_list_model_get_n_items (shown))
    ik_gradual_list_show_all (self->shown);
  ik_list_scroll_to (self->list, position, FALSE);
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
  if (position >= self->rows->len)
    return;

  show_position (self, position);
  self->is_moving = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_moving = FALSE;
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
    show_position (self, position);
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
  const IkDraftRowInfo *row;

  g_return_val_if_fail (IK_IS_DRAFT_LIST (self), 0);

  row = get_row (self, ik_list_scroll_get_first (self->list));
  return row != NULL ? ik_draft_rows_get_line (ik_draft_get_content (self->draft), row) : 0;
}

/**
 * ik_draft_list_take_focus:
 *
 * Puts the focus on the selected row.
 */
void
ik_draft_list_take_focus (IkDraftList *self)
{
  guint selected;

  g_return_if_fail (IK_IS_DRAFT_LIST (self));

  selected = gtk_single_selection_get_selected (self->selection);
  if (selected != GTK_INVALID_LIST_POSITION)
    ik_list_scroll_to (self->list, selected, TRUE);
}

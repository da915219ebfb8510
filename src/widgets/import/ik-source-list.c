#include "ik-source-list.h"

#include "ik-gradual-list.h"
#include "ik-list-scroll.h"
#include "ik-position-list.h"
#include "ik-source-row.h"

/**
 * IkSourceList:
 *
 * The lines of a document, each with what became of it in the draft. A line
 * costs nothing before it comes into view. Emits "selected" when the person
 * goes to another line, "scrolled" when other lines come into view, and
 * "activated" when a line is pressed twice.
 */
struct _IkSourceList
{
  GtkWidget           parent_instance;

  /* Template */
  GtkListView        *list;
  GtkPopoverMenu     *menu;

  IkDraft            *draft;     /* owned, nullable */
  IkPositionList     *positions; /* owned; one for each line */
  IkGradualList      *shown;     /* owned; of @positions */
  GtkSingleSelection *selection; /* owned */
  GPtrArray          *rows;      /* owned; element-type GtkListItem, unowned; bound */
  gboolean            is_moving; /* the program goes to another line */
};

enum
{
  SIGNAL_SELECTED,
  SIGNAL_SCROLLED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkSourceList, ik_source_list, GTK_TYPE_WIDGET)

static void
show_mark (IkSourceList *self,
           GtkListItem  *list_item)
{
  IkDraftContent *content = ik_draft_get_content (self->draft);
  guint line = gtk_list_item_get_position (list_item) + 1;
  const IkDraftLine *marked = content != NULL ? ik_draft_content_get_line (content, line) : NULL;

  ik_source_row_set_mark (IK_SOURCE_ROW (gtk_list_item_get_child (list_item)),
                          marked != NULL ? marked->mark : IK_LINE_MARK_NONE,
                          marked != NULL && marked->begins);
}

static void
show_text (IkSourceList *self,
           GtkListItem  *list_item)
{
  guint line = gtk_list_item_get_position (list_item) + 1;
  guint n_digits = 1;
  gsize length;
  const char *text = ik_draft_get_line (self->draft, line, &length);

  for (guint n = ik_draft_count_lines (self->draft); n >= 10; n /= 10)
    n_digits++;
  ik_source_row_set_text (IK_SOURCE_ROW (gtk_list_item_get_child (list_item)), line, n_digits,
                          text, length);
}

static void
setup_cb (IkSourceList *self,
          GtkListItem  *list_item)
{
  gtk_list_item_set_child (list_item, ik_source_row_new ());
  ik_list_scroll_setup (list_item);
}

static void
bind_cb (IkSourceList *self,
         GtkListItem  *list_item)
{
  g_ptr_array_add (self->rows, list_item);
  show_text (self, list_item);
  show_mark (self, list_item);
}

static void
unbind_cb (IkSourceList *self,
           GtkListItem  *list_item)
{
  g_ptr_array_remove_fast (self->rows, list_item);
}

static void
changed_cb (IkSourceList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_mark (self, g_ptr_array_index (self->rows, i));
}

static void
selected_cb (IkSourceList *self)
{
  if (!self->is_moving && ik_source_list_get_line (self) > 0)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
scrolled_cb (IkSourceList *self)
{
  g_signal_emit (self, signals[SIGNAL_SCROLLED], 0);
}

static void
activated_cb (IkSourceList *self,
              guint         position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
secondary_pressed_cb (IkSourceList *self,
                      int           n_press,
                      double        x,
                      double        y)
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

/* Tab comes to what is selected, not to where the focus was last. */
static gboolean
ik_source_list_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  IkSourceList *self = IK_SOURCE_LIST (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_focus_child (widget) == NULL &&
      ik_list_scroll_focus (self->list, selected))
    return TRUE;

  return GTK_WIDGET_CLASS (ik_source_list_parent_class)->focus (widget, direction);
}

static void
ik_source_list_dispose (GObject *object)
{
  IkSourceList *self = IK_SOURCE_LIST (object);
  GtkWidget *child;

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->positions);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (ik_source_list_parent_class)->dispose (object);
}

static void
ik_source_list_finalize (GObject *object)
{
  g_ptr_array_unref (IK_SOURCE_LIST (object)->rows);

  G_OBJECT_CLASS (ik_source_list_parent_class)->finalize (object);
}

static void
ik_source_list_class_init (IkSourceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_source_list_dispose;
  object_class->finalize = ik_source_list_finalize;
  widget_class->focus = ik_source_list_focus;

  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", IK_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_SCROLLED] =
    g_signal_new ("scrolled", IK_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", IK_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-source-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSourceList, list);
  gtk_widget_class_bind_template_child (widget_class, IkSourceList, menu);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_source_list_init (IkSourceList *self)
{
  self->rows = g_ptr_array_new ();
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
  guint n_lines;

  g_return_if_fail (IK_IS_SOURCE_LIST (self));
  g_return_if_fail (draft == NULL || IK_IS_DRAFT (draft));

  self->is_moving = TRUE;
  ik_position_list_resize (self->positions, 0);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);

  n_lines = draft != NULL ? ik_draft_count_lines (draft) : 0;
  if (n_lines > 0)
    {
      g_signal_connect_swapped (draft, "changed", G_CALLBACK (changed_cb), self);
      ik_gradual_list_restart (self->shown);
      ik_position_list_resize (self->positions, n_lines);
    }
  self->is_moving = FALSE;
}

/**
 * ik_source_list_set_menu:
 * @menu: what can be done with a line
 *
 * Sets the menu of the second button of the mouse.
 */
void
ik_source_list_set_menu (IkSourceList *self,
                         GMenuModel   *menu)
{
  g_return_if_fail (IK_IS_SOURCE_LIST (self));

  gtk_popover_menu_set_menu_model (self->menu, menu);
}

/**
 * ik_source_list_get_line:
 *
 * Returns: the line that is selected, from 1; 0 where none is
 */
guint
ik_source_list_get_line (IkSourceList *self)
{
  guint position;

  g_return_val_if_fail (IK_IS_SOURCE_LIST (self), 0);

  position = gtk_single_selection_get_selected (self->selection);
  return position != GTK_INVALID_LIST_POSITION ? position + 1 : 0;
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

  ik_source_list_show_line (self, line);
  self->is_moving = TRUE;
  gtk_single_selection_set_selected (self->selection, line - 1);
  self->is_moving = FALSE;
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
  GListModel *shown;

  g_return_if_fail (IK_IS_SOURCE_LIST (self));
  g_return_if_fail (line >= 1);

  shown = ik_gradual_list_get_model (self->shown);
  if (line > g_list_model_get_n_items (shown))
    ik_gradual_list_show_all (self->shown);
  ik_list_scroll_to (self->list, line - 1, FALSE);
}

/**
 * ik_source_list_get_first_line:
 *
 * Returns: the first line in view, from 1; 0 where there is none
 */
guint
ik_source_list_get_first_line (IkSourceList *self)
{
  guint position;

  g_return_val_if_fail (IK_IS_SOURCE_LIST (self), 0);

  position = ik_list_scroll_get_first (self->list);
  return position != GTK_INVALID_LIST_POSITION ? position + 1 : 0;
}

#include "ik-live-item-list.h"

#include "ik-list-click.h"
#include "ik-live-item-row.h"
#include "ik-rich-view.h"

/* What is kept of a prompt for the list; the row asks the interview itself. */
#define MAX_PROMPT_CHARS 40

/**
 * IkLiveItemList:
 *
 * All questions of the interview with their states; activating one puts it in
 * focus. Rows exist for what is in view only. Main loop only.
 */
struct _IkLiveItemList
{
  AdwBin              parent_instance;

  GtkListView        *view;
  GtkSingleSelection *selection;

  IkLiveInterview    *live;  /* (nullable) (owned) */
  GPtrArray          *rows;  /* (element-type IkLiveItemRow) (unowned): bound ones */
};

G_DEFINE_FINAL_TYPE (IkLiveItemList, ik_live_item_list, ADW_TYPE_BIN)

static void
update_row (IkLiveItemList *self,
            IkLiveItemRow  *row,
            guint           index)
{
  ik_live_item_row_set_item (row, ik_live_interview_get_interview (self->live), index,
                             index == ik_live_interview_get_current (self->live));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          IkLiveItemList           *self)
{
  gtk_list_item_set_child (list_item, ik_live_item_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         IkLiveItemList           *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  update_row (self, IK_LIVE_ITEM_ROW (row), gtk_list_item_get_position (list_item));
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           IkLiveItemList           *self)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (list_item));
}

static void
activate_cb (IkLiveItemList *self,
             guint           position)
{
  ik_live_interview_go_to (self->live, position);
}

static void
item_changed_cb (IkLiveItemList *self,
                 guint           index)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      IkLiveItemRow *row = self->rows->pdata[i];

      if (ik_live_item_row_get_index (row) == index)
        update_row (self, row, index);
    }
}

/* The bound rows first: a list tells them nothing where only their place changes. */
static void
items_changed_cb (IkLiveItemList *self,
                  guint           index,
                  guint           n_removed,
                  guint           n_added)
{
  const IkInterview *interview = ik_live_interview_get_interview (self->live);
  g_auto(GStrv) prompts = g_new0 (char *, n_added + 1);
  GListModel *model = gtk_single_selection_get_model (self->selection);

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row_index = ik_live_item_row_get_index (self->rows->pdata[i]);

      if (row_index >= index + n_removed)
        update_row (self, self->rows->pdata[i], row_index + n_added - n_removed);
    }

  for (guint i = 0; i < n_added; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[index + i];

      prompts[i] = ik_rich_text_dup_plain (item->candidate.prompt, MAX_PROMPT_CHARS);
    }
  gtk_string_list_splice (GTK_STRING_LIST (model), index, n_removed, (const char **) prompts);
}

static void
current_item_cb (IkLiveItemList *self)
{
  guint current = ik_live_interview_get_current (self->live);

  gtk_single_selection_set_selected (self->selection, current);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", current);
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, self->rows->pdata[i], ik_live_item_row_get_index (self->rows->pdata[i]));
}

/* The current question. By itself a list begins at the first row, or where the
 * focus was last. */
static gboolean
ik_live_item_list_grab_focus (GtkWidget *widget)
{
  IkLiveItemList *self = IK_LIVE_ITEM_LIST (widget);
  guint current = ik_live_interview_get_current (self->live);

  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", current);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (ik_live_item_row_get_index (IK_LIVE_ITEM_ROW (row)) == current)
        return gtk_widget_grab_focus (gtk_widget_get_parent (row));
    }

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ik_live_item_list_dispose (GObject *object)
{
  IkLiveItemList *self = IK_LIVE_ITEM_LIST (object);

  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (ik_live_item_list_parent_class)->dispose (object);
}

static void
ik_live_item_list_finalize (GObject *object)
{
  g_ptr_array_unref (IK_LIVE_ITEM_LIST (object)->rows);

  G_OBJECT_CLASS (ik_live_item_list_parent_class)->finalize (object);
}

static void
ik_live_item_list_class_init (IkLiveItemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_live_item_list_dispose;
  object_class->finalize = ik_live_item_list_finalize;
  widget_class->grab_focus = ik_live_item_list_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-item-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveItemList, view);
  gtk_widget_class_bind_template_child (widget_class, IkLiveItemList, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ik_live_item_list_init (IkLiveItemList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_list_click_init (self->view);
}

static GListModel *
create_model (const IkInterview *interview)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      gtk_string_list_take (model, ik_rich_text_dup_plain (item->candidate.prompt,
                                                           MAX_PROMPT_CHARS));
    }

  return G_LIST_MODEL (model);
}

/**
 * ik_live_item_list_set_live:
 * @self: a list
 * @live: the interview whose questions it shows
 *
 * Shows the questions of @live.
 */
void
ik_live_item_list_set_live (IkLiveItemList  *self,
                            IkLiveInterview *live)
{
  g_autoptr(GListModel) model = NULL;

  g_return_if_fail (IK_IS_LIVE_ITEM_LIST (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));

  if (self->live != NULL)
    {
      gtk_single_selection_set_model (self->selection, NULL);
      g_signal_handlers_disconnect_by_data (self->live, self);
    }
  g_set_object (&self->live, live);

  model = create_model (ik_live_interview_get_interview (live));
  gtk_single_selection_set_model (self->selection, model);
  g_signal_connect_object (live, "item-changed", G_CALLBACK (item_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "notify::current-item", G_CALLBACK (current_item_cb), self,
                           G_CONNECT_SWAPPED);
  current_item_cb (self);
}

#include "ik-finding-list.h"

#include "ik-finding-row.h"

/**
 * IkFindingList:
 *
 * The strengths or the concerns of a review, one line each. It edits the list
 * it is given, which belongs to the interview. Main loop only.
 */
struct _IkFindingList
{
  AdwBin     parent_instance;

  GtkLabel  *title_label;
  GtkLabel  *key_label;
  GtkBox    *rows;
  GtkWidget *add_button;

  GPtrArray *findings; /* (nullable) (unowned): of the interview */
  gboolean   locked;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_KEY,
  PROP_ADD_LABEL,
} IkFindingListProperty;

static GParamSpec *properties[PROP_ADD_LABEL + 1];

typedef enum
{
  SIGNAL_CHANGED,
} IkFindingListSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkFindingList, ik_finding_list, ADW_TYPE_BIN)

static void
emit_changed (IkFindingList *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
get_row (IkFindingList *self,
         guint          index)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (; index > 0 && row != NULL; index--)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static guint
find_row (IkFindingList *self,
          GtkWidget     *row)
{
  guint index = 0;

  g_ptr_array_find (self->findings, ik_finding_row_get_finding (IK_FINDING_ROW (row)), &index);
  return index;
}

static void show_rows (IkFindingList *self);

static void
insert (IkFindingList *self,
        guint          index)
{
  g_ptr_array_insert (self->findings, (int) index, ik_finding_new ("", FALSE));
  show_rows (self);
  ik_finding_row_focus (IK_FINDING_ROW (get_row (self, index)));
  emit_changed (self);
}

static void
add_after_cb (IkFindingList *self,
              GtkWidget     *row)
{
  insert (self, find_row (self, row) + 1);
}

static void
add_clicked_cb (IkFindingList *self)
{
  if (self->findings != NULL && !self->locked)
    insert (self, self->findings->len);
}

static void
remove_cb (IkFindingList *self,
           GtkWidget     *row)
{
  guint index = find_row (self, row);

  if (self->findings->len > 1)
    ik_finding_row_focus (IK_FINDING_ROW (get_row (self, index > 0 ? index - 1 : 1)));
  else
    gtk_widget_grab_focus (self->add_button);
  gtk_box_remove (self->rows, row);
  g_ptr_array_remove_index (self->findings, index);
  emit_changed (self);
}

static void
append_row (IkFindingList *self)
{
  GtkWidget *row = ik_finding_row_new (gtk_label_get_text (self->title_label));

  g_signal_connect_object (row, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "add-after", G_CALLBACK (add_after_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  ik_finding_row_set_locked (IK_FINDING_ROW (row), self->locked);
  gtk_box_append (self->rows, row);
}

/* The rows stay from copy to copy of the interview, and the focus with them. */
static void
show_rows (IkFindingList *self)
{
  GtkWidget *rest;

  for (guint i = 0; i < self->findings->len; i++)
    {
      if (get_row (self, i) == NULL)
        append_row (self);
      ik_finding_row_set_finding (IK_FINDING_ROW (get_row (self, i)), self->findings->pdata[i]);
    }
  while ((rest = get_row (self, self->findings->len)) != NULL)
    gtk_box_remove (self->rows, rest);
}

static void
ik_finding_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  IkFindingList *self = IK_FINDING_LIST (object);

  switch ((IkFindingListProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->title_label));
      break;

    case PROP_KEY:
      g_value_set_string (value, gtk_label_get_text (self->key_label));
      break;

    case PROP_ADD_LABEL:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (self->add_button)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_finding_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  IkFindingList *self = IK_FINDING_LIST (object);

  switch ((IkFindingListProperty) prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->title_label, g_value_get_string (value));
      break;

    case PROP_KEY:
      gtk_label_set_text (self->key_label, g_value_get_string (value));
      break;

    case PROP_ADD_LABEL:
      gtk_button_set_label (GTK_BUTTON (self->add_button), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const names[] = { NULL, "title", "key", "add-label" };

  for (guint i = PROP_TITLE; i <= PROP_ADD_LABEL; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "",
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ik_finding_list_class_init (IkFindingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_finding_list_get_property;
  object_class->set_property = ik_finding_list_set_property;
  install_properties (object_class);

  /* The list was changed. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-finding-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkFindingList, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkFindingList, key_label);
  gtk_widget_class_bind_template_child (widget_class, IkFindingList, rows);
  gtk_widget_class_bind_template_child (widget_class, IkFindingList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
ik_finding_list_init (IkFindingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_finding_list_set_findings:
 * @self: a list
 * @findings: (element-type IkFinding): what it edits; stays until the next one
 *   is set
 *
 * Shows @findings.
 */
void
ik_finding_list_set_findings (IkFindingList *self,
                              GPtrArray     *findings)
{
  g_return_if_fail (IK_IS_FINDING_LIST (self));

  self->findings = findings;
  show_rows (self);
}

/**
 * ik_finding_list_set_locked:
 * @self: a list
 * @locked: whether the interview was handed in
 *
 * Shows without letting anything be changed.
 */
void
ik_finding_list_set_locked (IkFindingList *self,
                            gboolean       locked)
{
  GtkWidget *row = NULL;

  g_return_if_fail (IK_IS_FINDING_LIST (self));

  self->locked = locked;
  gtk_widget_set_visible (self->add_button, !locked);
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    ik_finding_row_set_locked (IK_FINDING_ROW (row), locked);
}

/**
 * ik_finding_list_focus:
 * @self: a list
 *
 * Gives the focus to the last line; where there is none, a first one is made.
 */
void
ik_finding_list_focus (IkFindingList *self)
{
  GtkWidget *last;

  g_return_if_fail (IK_IS_FINDING_LIST (self));

  last = gtk_widget_get_last_child (GTK_WIDGET (self->rows));
  if (last != NULL)
    ik_finding_row_focus (IK_FINDING_ROW (last));
  else
    add_clicked_cb (self);
}

/**
 * ik_finding_list_toggle_share:
 * @self: a list
 * @focus: (nullable): the widget with the focus
 *
 * Marks the line with the focus for the candidate, or takes the mark back.
 *
 * Returns: whether there is one
 */
gboolean
ik_finding_list_toggle_share (IkFindingList *self,
                              GtkWidget     *focus)
{
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, IK_TYPE_FINDING_ROW) : NULL;

  g_return_val_if_fail (IK_IS_FINDING_LIST (self), FALSE);

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    return FALSE;

  ik_finding_row_toggle_share (IK_FINDING_ROW (row));
  return TRUE;
}

#include "ik-member-row.h"

#include "ik-list.h"

#include <glib/gi18n.h>

/**
 * IkMemberRow:
 *
 * Somebody to be invited to a panel: a name, and what they ask about: everything, or
 * any number of sections and competencies.
 */
struct _IkMemberRow
{
  GtkBox       parent_instance;

  GtkEntry      *name;
  GtkMenuButton *asks;
  GtkLabel      *chosen;
  GtkBox        *parts; /* of check buttons, each with a label */
};

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
} IkMemberRowSignal;

static guint signals[SIGNAL_REMOVED + 1];

G_DEFINE_FINAL_TYPE (IkMemberRow, ik_member_row, GTK_TYPE_BOX)

static void
changed_cb (IkMemberRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const char *
get_part (GtkWidget *check)
{
  return gtk_label_get_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (check))));
}

/* The parts that are ticked, in the order of the set. */
static GPtrArray *
list_chosen (IkMemberRow *self)
{
  GPtrArray *chosen = ik_text_list_new ();

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->parts));
       check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        ik_text_list_add (chosen, get_part (check));
    }

  return chosen;
}

/* The button has no room for many parts; its tooltip has. */
static void
show_chosen (IkMemberRow *self)
{
  g_autoptr(GPtrArray) chosen = list_chosen (self);
  g_autofree char *list = NULL;

  if (chosen->len == 0)
    {
      gtk_label_set_text (self->chosen, _("Asks everything"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->asks), NULL);
      return;
    }

  g_ptr_array_add (chosen, NULL);
  list = g_strjoinv (", ", (char **) chosen->pdata);
  gtk_label_set_text (self->chosen, list);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->asks), list);
}

static void
toggled_cb (IkMemberRow *self)
{
  show_chosen (self);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static gboolean
ik_member_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (IK_MEMBER_ROW (widget)->name));
}

static void
ik_member_row_class_init (IkMemberRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = ik_member_row_grab_focus;

  /**
   * IkMemberRow::changed:
   * @self: the row
   *
   * Another name.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_MEMBER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * IkMemberRow::removed:
   * @self: the row
   *
   * The person is not to be invited.
   */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", IK_TYPE_MEMBER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-member-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkMemberRow, name);
  gtk_widget_class_bind_template_child (widget_class, IkMemberRow, asks);
  gtk_widget_class_bind_template_child (widget_class, IkMemberRow, chosen);
  gtk_widget_class_bind_template_child (widget_class, IkMemberRow, parts);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "member.remove", NULL, remove_cb);
}

static void
ik_member_row_init (IkMemberRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->asks), FALSE);
  show_chosen (self);
}

/**
 * ik_member_row_new:
 *
 * Returns: (transfer full): a row without a name
 */
GtkWidget *
ik_member_row_new (void)
{
  return g_object_new (IK_TYPE_MEMBER_ROW, NULL);
}

static void
add_part (IkMemberRow *self,
          const char  *part,
          gboolean     is_chosen)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", part, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 32, NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->parts, check);
}

static gboolean
has_text (GPtrArray  *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/**
 * ik_member_row_set_parts:
 * @self: a row
 * @parts: (array zero-terminated=1): sections and competencies to choose from; what
 *   was chosen and is one of them stays chosen
 */
void
ik_member_row_set_parts (IkMemberRow       *self,
                         const char *const *parts)
{
  g_autoptr(GPtrArray) chosen = NULL;
  g_autoptr(GPtrArray) added = ik_text_list_new ();
  GtkWidget *check;

  g_return_if_fail (IK_IS_MEMBER_ROW (self));

  chosen = list_chosen (self);
  while ((check = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, check);

  /* A section may be named like a competency: either word means both. */
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (has_text (added, parts[i]))
        continue;
      ik_text_list_add (added, parts[i]);
      add_part (self, parts[i], has_text (chosen, parts[i]));
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->asks), added->len > 0);
  show_chosen (self);
}

static char *
dup_name (IkMemberRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

/**
 * ik_member_row_is_named:
 * @self: a row
 *
 * Returns: whether it says who is invited
 */
gboolean
ik_member_row_is_named (IkMemberRow *self)
{
  g_autofree char *name = dup_name (self);

  return *name != '\0';
}

/**
 * ik_member_row_make_seat:
 * @self: a row
 *
 * Returns: (transfer full): the seat of this member, without a time
 */
IkSeat *
ik_member_row_make_seat (IkMemberRow *self)
{
  g_autofree char *name = dup_name (self);
  IkSeat *seat = ik_seat_new (name);

  g_ptr_array_unref (seat->asks);
  seat->asks = list_chosen (self);

  return seat;
}

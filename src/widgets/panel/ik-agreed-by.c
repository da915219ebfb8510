#include "ik-agreed-by.h"

#include "ik-list.h"
#include "ik-text.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* After the last key of a name; a member is told at once. */
#define SAVE_DELAY_MS 250

#define SEPARATOR ", "

/**
 * IkAgreedBy:
 *
 * Who agreed, and when: words that open to a check for each member of the panel
 * and a line for others who were there. At least one of them agreed. Main loop
 * only.
 */
struct _IkAgreedBy
{
  AdwBin         parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel      *words;
  GtkBox        *people;
  GtkEntry      *others;

  GPtrArray     *members;    /* (owned) (element-type utf8) */
  char          *names;      /* (owned): as told or shown last */
  gboolean       is_filling; /* the program changes the widgets */
  guint          save_id;    /* source, 0 for none */
};

typedef enum
{
  SIGNAL_CHANGED,
} IkAgreedBySignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkAgreedBy, ik_agreed_by, ADW_TYPE_BIN)

/* Names in the order of the panel, then the others as they were written. */
static char *
dup_chosen (IkAgreedBy *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) others = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->others)), ",", -1);
  g_auto(GStrv) all = NULL;

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->people));
       check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_strv_builder_add (names, gtk_check_button_get_label (GTK_CHECK_BUTTON (check)));
    }

  for (guint i = 0; others[i] != NULL; i++)
    {
      if (*g_strstrip (others[i]) != '\0')
        g_strv_builder_add (names, others[i]);
    }

  all = g_strv_builder_end (names);
  return g_strjoinv (SEPARATOR, all);
}

/* Nobody can't have agreed: that is left to be completed. */
static void
tell (IkAgreedBy *self)
{
  g_autofree char *names = dup_chosen (self);

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (*names == '\0' || g_str_equal (names, self->names))
    return;

  ik_text_set (&self->names, names);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, names);
}

static gboolean
save_cb (gpointer data)
{
  IkAgreedBy *self = data;

  self->save_id = 0;
  tell (self);

  return G_SOURCE_REMOVE;
}

static void
toggled_cb (IkAgreedBy *self)
{
  if (!self->is_filling)
    tell (self);
}

static void
others_changed_cb (IkAgreedBy *self)
{
  if (self->is_filling)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static void
others_activated_cb (IkAgreedBy *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
fill_people (IkAgreedBy *self)
{
  GtkWidget *check;

  while ((check = gtk_widget_get_first_child (GTK_WIDGET (self->people))) != NULL)
    gtk_box_remove (self->people, check);

  for (guint i = 0; i < self->members->len; i++)
    {
      check = gtk_check_button_new_with_label (self->members->pdata[i]);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->people, check);
    }
}

/* Ticks the members among @self->names, and writes the others below. */
static void
show_chosen (IkAgreedBy *self)
{
  g_auto(GStrv) names = g_strsplit (self->names, SEPARATOR, -1);
  g_autoptr(GStrvBuilder) others = g_strv_builder_new ();
  g_auto(GStrv) rest = NULL;
  g_autofree char *text = NULL;

  self->is_filling = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->people));
       check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      const char *name = gtk_check_button_get_label (GTK_CHECK_BUTTON (check));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_strv_contains ((const char *const *) names, name));
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (self->members, names[i], g_str_equal, NULL))
        g_strv_builder_add (others, names[i]);
    }
  rest = g_strv_builder_end (others);
  text = g_strjoinv (SEPARATOR, rest);
  gtk_editable_set_text (GTK_EDITABLE (self->others), text);
  self->is_filling = FALSE;
}

/* What was typed a moment ago counts; where nobody was left, those who were. */
static void
closed_cb (IkAgreedBy *self)
{
  tell (self);
  show_chosen (self);
}

static void
ik_agreed_by_dispose (GObject *object)
{
  g_clear_handle_id (&IK_AGREED_BY (object)->save_id, g_source_remove);

  G_OBJECT_CLASS (ik_agreed_by_parent_class)->dispose (object);
}

static void
ik_agreed_by_finalize (GObject *object)
{
  IkAgreedBy *self = IK_AGREED_BY (object);

  g_ptr_array_unref (self->members);
  g_free (self->names);

  G_OBJECT_CLASS (ik_agreed_by_parent_class)->finalize (object);
}

static void
ik_agreed_by_class_init (IkAgreedByClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_agreed_by_dispose;
  object_class->finalize = ik_agreed_by_finalize;

  /**
   * IkAgreedBy::changed:
   * @self: the widget
   * @names: who agreed, with commas between
   *
   * Somebody said who agreed.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_AGREED_BY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-agreed-by.ui");
  gtk_widget_class_bind_template_child (widget_class, IkAgreedBy, button);
  gtk_widget_class_bind_template_child (widget_class, IkAgreedBy, words);
  gtk_widget_class_bind_template_child (widget_class, IkAgreedBy, people);
  gtk_widget_class_bind_template_child (widget_class, IkAgreedBy, others);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_changed_cb);
}

static void
ik_agreed_by_init (IkAgreedBy *self)
{
  self->members = ik_text_list_new ();
  self->names = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_open (IkAgreedBy *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->button);

  return gtk_widget_get_visible (GTK_WIDGET (popover));
}

/**
 * ik_agreed_by_set:
 * @self: the widget
 * @members: (element-type utf8): names of the panel
 * @names: who agreed, with commas between
 * @at_us: when, microseconds since 1970 UTC; 0 where nothing is agreed, and
 *   nothing is shown
 *
 * Shows what is stored; what is being chosen stays.
 */
void
ik_agreed_by_set (IkAgreedBy *self,
                  GPtrArray  *members,
                  const char *names,
                  gint64      at_us)
{
  g_autofree char *at = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (IK_IS_AGREED_BY (self));
  g_return_if_fail (members != NULL && names != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), at_us != 0);
  if (at_us == 0)
    return;

  at = ik_words_format_time (at_us, g_get_real_time ());
  /* Translators: names, time */
  words = g_strdup_printf (_("Agreed by %s · %s"), names, at);
  gtk_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (is_open (self))
    return;

  ik_text_set (&self->names, names);
  if (!ik_text_list_equal (self->members, members))
    {
      g_ptr_array_unref (self->members);
      self->members = ik_text_list_copy (members);
      fill_people (self);
    }
  show_chosen (self);
}

/**
 * ik_agreed_by_popup:
 * @self: the widget
 *
 * Lets somebody choose, where something is agreed.
 */
void
ik_agreed_by_popup (IkAgreedBy *self)
{
  g_return_if_fail (IK_IS_AGREED_BY (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_menu_button_popup (self->button);
}

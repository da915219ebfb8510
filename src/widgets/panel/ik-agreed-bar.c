#include "ik-agreed-bar.h"

#include "ik-agreed-by.h"
#include "ik-focus.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* After the last key of the reason; a score is told at once. */
#define SAVE_DELAY_MS 250

/**
 * IkAgreedBar:
 *
 * What a panel agrees about one thing: a button for each level of its scale and a
 * line for the reason. Pressing the level again takes it back. It tells what was
 * chosen or written and is told what is stored; what is being typed stays. Main
 * loop only.
 */
struct _IkAgreedBar
{
  AdwBin      parent_instance;

  /* Template */
  GtkFlowBox *levels;
  GtkEntry   *reason;
  IkAgreedBy *who;

  char       *subject;      /* (nullable) (owned): what it is about */
  IkRubric   *scale;        /* (nullable) (owned) */
  int         rating;
  char       *agreed_by;    /* (owned): by whom, what is chosen or written next */
  gboolean    needs_rating; /* a reason stands with a score, never alone */
  gboolean    is_filling;   /* the program changes the widgets */
  guint       save_id;      /* source, 0 for none */
};

typedef enum
{
  PROP_NEEDS_RATING = 1,
} IkAgreedBarProperty;

static GParamSpec *properties[PROP_NEEDS_RATING + 1];

typedef enum
{
  SIGNAL_CHANGED,
} IkAgreedBarSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkAgreedBar, ik_agreed_bar, ADW_TYPE_BIN)

static void
tell (IkAgreedBar *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, self->rating,
                 gtk_editable_get_text (GTK_EDITABLE (self->reason)), self->agreed_by);
}

static gboolean
save_cb (gpointer data)
{
  IkAgreedBar *self = data;

  self->save_id = 0;
  tell (self);

  return G_SOURCE_REMOVE;
}

static void
reason_changed_cb (IkAgreedBar *self)
{
  if (self->is_filling)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static void
who_changed_cb (IkAgreedBar *self,
                const char  *names)
{
  ik_text_set (&self->agreed_by, names);
  tell (self);
}

static GtkWidget *
get_button (IkAgreedBar *self,
            guint        index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->levels, (int) index);

  return child != NULL ? gtk_flow_box_child_get_child (child) : NULL;
}

static void
show_rating (IkAgreedBar *self)
{
  gboolean has_rating = self->rating != IK_RATING_NONE;

  self->is_filling = TRUE;
  for (guint i = 0; i < self->scale->levels->len; i++)
    {
      const IkRubricLevel *level = self->scale->levels->pdata[i];
      gboolean is_chosen = has_rating && level->value == self->rating;
      g_autofree char *text = ik_rubric_dup_level_text (self->scale, level->value);
      /* Translators: a level, such as "4 · Strong" */
      g_autofree char *label = g_strdup_printf (is_chosen ? _("Agreed %s, chosen") : _("Agreed %s"),
                                                text);
      GtkWidget *button = get_button (self, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_chosen);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  /* Not insensitive: it would lose the focus, and the page its keys. */
  gtk_editable_set_editable (GTK_EDITABLE (self->reason), has_rating || !self->needs_rating);
  gtk_entry_set_placeholder_text (self->reason, has_rating || !self->needs_rating
                                                ? _("Why: the evidence that decided it")
                                                : _("First a score, then why"));
  self->is_filling = FALSE;
}

static void
choose (IkAgreedBar *self,
        guint        index)
{
  const IkRubricLevel *level = self->scale->levels->pdata[index];

  self->rating = level->value == self->rating ? IK_RATING_NONE : level->value;
  show_rating (self);
  tell (self);
}

static void
toggled_cb (GtkToggleButton *button,
            IkAgreedBar     *self)
{
  GtkWidget *child = gtk_widget_get_parent (GTK_WIDGET (button));

  if (!self->is_filling)
    choose (self, (guint) gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child)));
}

static GtkWidget *
create_button (IkAgreedBar         *self,
               const IkRubricLevel *level,
               guint                number)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = ik_rubric_dup_level_text (self->scale, level->value);
  g_autofree char *key = g_strdup_printf ("Alt+%u", number);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "hexpand", TRUE, "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_set_tooltip_text (button, level->anchor);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", key,
                                               "css-classes", (const char *[]) { "keycap", NULL },
                                               "valign", GTK_ALIGN_CENTER, NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);

  return button;
}

static void
fill_levels (IkAgreedBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->levels))) != NULL)
    gtk_flow_box_remove (self->levels, child);

  for (guint i = 0; i < self->scale->levels->len; i++)
    {
      gtk_flow_box_insert (self->levels, create_button (self, self->scale->levels->pdata[i], i + 1),
                           -1);
      /* The button inside takes the focus. */
      gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (self->levels, (int) i)),
                                FALSE);
    }
  gtk_flow_box_set_max_children_per_line (self->levels, self->scale->levels->len);
}

static void
ik_agreed_bar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IkAgreedBar *self = IK_AGREED_BAR (object);

  switch ((IkAgreedBarProperty) prop_id)
    {
    case PROP_NEEDS_RATING:
      self->needs_rating = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

/* What was typed a moment ago goes with the page. */
static void
ik_agreed_bar_unmap (GtkWidget *widget)
{
  ik_agreed_bar_flush (IK_AGREED_BAR (widget));

  GTK_WIDGET_CLASS (ik_agreed_bar_parent_class)->unmap (widget);
}

static void
ik_agreed_bar_dispose (GObject *object)
{
  g_clear_handle_id (&IK_AGREED_BAR (object)->save_id, g_source_remove);

  G_OBJECT_CLASS (ik_agreed_bar_parent_class)->dispose (object);
}

static void
ik_agreed_bar_finalize (GObject *object)
{
  IkAgreedBar *self = IK_AGREED_BAR (object);

  g_free (self->subject);
  g_free (self->agreed_by);
  g_clear_pointer (&self->scale, ik_rubric_free);

  G_OBJECT_CLASS (ik_agreed_bar_parent_class)->finalize (object);
}

static void
ik_agreed_bar_class_init (IkAgreedBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ik_agreed_bar_set_property;
  object_class->dispose = ik_agreed_bar_dispose;
  object_class->finalize = ik_agreed_bar_finalize;
  widget_class->unmap = ik_agreed_bar_unmap;

  /**
   * IkAgreedBar:needs-rating:
   *
   * Whether a reason can only be written beside a score.
   */
  properties[PROP_NEEDS_RATING] =
    g_param_spec_boolean ("needs-rating", NULL, NULL, TRUE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * IkAgreedBar::changed:
   * @self: the bar
   * @rating: value of a level, or IK_RATING_NONE
   * @reason: as it stands
   * @agreed_by: names with commas between, "" where nobody said who
   *
   * Something was chosen, taken back, or written, or it was said who agreed.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_AGREED_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (IK_TYPE_AGREED_BY);

  gtk_widget_class_set_css_name (widget_class, "agreedbar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-agreed-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkAgreedBar, levels);
  gtk_widget_class_bind_template_child (widget_class, IkAgreedBar, reason);
  gtk_widget_class_bind_template_child (widget_class, IkAgreedBar, who);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_changed_cb);
}

static void
ik_agreed_bar_init (IkAgreedBar *self)
{
  self->rating = IK_RATING_NONE;
  self->agreed_by = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_typing (IkAgreedBar *self)
{
  return self->save_id != 0 || ik_focus_is_within (self->reason);
}

/**
 * ik_agreed_bar_set:
 * @self: a bar
 * @subject: what it is about
 * @scale: what can be chosen
 * @rating: value of the level that is agreed, or IK_RATING_NONE
 * @reason: why
 *
 * Shows what is stored; what is being typed about the same subject stays.
 */
void
ik_agreed_bar_set (IkAgreedBar    *self,
                   const char     *subject,
                   const IkRubric *scale,
                   int             rating,
                   const char     *reason)
{
  gboolean is_same = g_strcmp0 (self->subject, subject) == 0;

  g_return_if_fail (IK_IS_AGREED_BAR (self));
  g_return_if_fail (scale != NULL);

  if (!is_same)
    {
      g_clear_handle_id (&self->save_id, g_source_remove);
      g_free (self->subject);
      self->subject = g_strdup (subject);
    }
  if (self->scale == NULL || !ik_rubric_equal (self->scale, scale))
    {
      g_clear_pointer (&self->scale, ik_rubric_free);
      self->scale = ik_rubric_copy (scale);
      fill_levels (self);
    }

  self->rating = rating;
  show_rating (self);
  self->is_filling = TRUE;
  if ((!is_same || !is_typing (self)) &&
      !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->reason)), reason))
    gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
  self->is_filling = FALSE;
}

/**
 * ik_agreed_bar_set_who:
 * @self: a bar
 * @debrief: of the panel
 * @agreed_by: who agreed, names with commas between
 * @at_us: when, microseconds since 1970 UTC; 0 where nothing is agreed
 *
 * Shows below the reason who agreed, to be corrected there. What is agreed next is
 * agreed by those who agreed last.
 */
void
ik_agreed_bar_set_who (IkAgreedBar     *self,
                       const IkDebrief *debrief,
                       const char      *agreed_by,
                       gint64           at_us)
{
  g_autoptr(GPtrArray) members = ik_debrief_list_members (debrief);

  g_return_if_fail (IK_IS_AGREED_BAR (self));

  ik_text_set (&self->agreed_by, at_us != 0 ? agreed_by
                                            : ik_panel_agreement_get_last_by (debrief->agreement));
  ik_agreed_by_set (self->who, members, self->agreed_by, at_us);
}

/**
 * ik_agreed_bar_choose_who:
 * @self: a bar
 *
 * Lets somebody say who agreed, where something is agreed.
 */
void
ik_agreed_bar_choose_who (IkAgreedBar *self)
{
  g_return_if_fail (IK_IS_AGREED_BAR (self));

  ik_agreed_by_popup (self->who);
}

/**
 * ik_agreed_bar_choose:
 * @self: a bar
 * @index: place of a level, from 0; nothing happens where there is none
 *
 * Does what the button of the level does.
 */
void
ik_agreed_bar_choose (IkAgreedBar *self,
                      guint        index)
{
  g_return_if_fail (IK_IS_AGREED_BAR (self));

  if (self->scale != NULL && index < self->scale->levels->len)
    choose (self, index);
}

/**
 * ik_agreed_bar_focus_reason:
 * @self: a bar
 *
 * Puts the cursor behind the reason, to go on writing it.
 */
void
ik_agreed_bar_focus_reason (IkAgreedBar *self)
{
  g_return_if_fail (IK_IS_AGREED_BAR (self));

  /* Not selected: the first key would take away what is written. */
  gtk_entry_grab_focus_without_selecting (self->reason);
  gtk_editable_set_position (GTK_EDITABLE (self->reason), -1);
}

/**
 * ik_agreed_bar_flush:
 * @self: a bar
 *
 * Tells what is being typed at once.
 */
void
ik_agreed_bar_flush (IkAgreedBar *self)
{
  g_return_if_fail (IK_IS_AGREED_BAR (self));

  if (self->save_id != 0)
    tell (self);
}

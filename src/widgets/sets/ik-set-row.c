#include "ik-set-row.h"

#include <glib/gi18n.h>

#include "ik-beside-layout.h"
#include "ik-inscription.h"
#include "ik-question-words.h"
#include "ik-rich-view.h"
#include "ik-row-text.h"
#include "ik-spin-button.h"

/* A prompt is cut here: laying out is quadratic in the length of a word. */
#define MAX_CHARS 300

/**
 * IkSetRow:
 *
 * A line of a question set: the question with its minutes and whether it is
 * required, or the heading of a section. It changes nothing itself; what the
 * person does goes to the page by the actions "set.…" with the id of the line.
 */
struct _IkSetRow
{
  GtkWidget        parent_instance;

  /* Template */
  GtkWidget       *heading;
  GtkInscription  *heading_title;
  GtkLabel        *heading_minutes;
  GtkMenuButton   *heading_menu;
  GtkWidget       *item;
  IkRowText       *text;
  GtkCheckButton  *required;
  GtkSpinButton   *minutes;
  GtkMenuButton   *item_menu;

  IkSetEntry      *entry;      /* owned, nullable */
  gulong           changed_id;
  gboolean         is_filling;
};

G_DEFINE_FINAL_TYPE (IkSetRow, ik_set_row, GTK_TYPE_WIDGET)

static void
append_to_menu (GMenu      *menu,
                const char *label,
                const char *action_name,
                GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action_name, target);
  g_menu_append_item (menu, item);
}

static void
append_moves (GMenu      *menu,
              const char *id)
{
  append_to_menu (menu, _("Move _Up"), "set.move", g_variant_new ("(si)", id, -1));
  append_to_menu (menu, _("Move _Down"), "set.move", g_variant_new ("(si)", id, 1));
}

static GMenuModel *
create_item_menu (const char *id)
{
  GMenu *menu = g_menu_new ();

  append_moves (menu, id);
  append_to_menu (menu, _("_Scoring…"), "set.score", g_variant_new_string (id));
  append_to_menu (menu, _("_All Candidates on This…"), "set.answers", g_variant_new_string (id));
  append_to_menu (menu, _("D_uplicate"), "set.duplicate", g_variant_new_string (id));
  append_to_menu (menu, _("_Remove From Set"), "set.remove", g_variant_new_string (id));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_section_menu (const char *id)
{
  GMenu *menu = g_menu_new ();

  append_to_menu (menu, _("_Edit Section…"), "set.edit-section", g_variant_new_string (id));
  append_moves (menu, id);
  append_to_menu (menu, _("_Remove Section, Keep Questions"), "set.remove",
                  g_variant_new_string (id));

  return G_MENU_MODEL (menu);
}

/* Which row of the list it is, for assistive tools. */
static void
label_row (IkSetRow   *self,
           const char *text)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_heading (IkSetRow           *self,
                const IkSetSection *section)
{
  guint planned = ik_set_entry_get_minutes (self->entry);
  g_autofree char *minutes = section->minutes > 0
                             ? g_strdup_printf (_("%u of %u min"), planned, section->minutes)
                             : g_strdup_printf (_("%u min"), planned);
  g_autoptr(GMenuModel) menu = create_section_menu (section->id);

  ik_inscription_set_text (self->heading_title, section->title);
  gtk_label_set_text (self->heading_minutes, minutes);
  gtk_menu_button_set_menu_model (self->heading_menu, menu);
  label_row (self, section->title);
}

/* Kind, level, and what differs from other questions in the scoring. */
static char *
describe_item (const IkSetItem *item)
{
  g_autofree char *level = ik_question_words_for_level (item->level);
  GString *text = g_string_new (ik_question_words_for_kind (item->kind));

  if (*level != '\0')
    g_string_append_printf (text, " · %s", level);
  if (item->weight != IK_WEIGHT_EQUAL)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("counts %u times"), item->weight);
    }
  if (item->knock_out != IK_RATING_NONE)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("has to reach %d"), item->knock_out);
    }

  return g_string_free (text, FALSE);
}

static void
update_item (IkSetRow        *self,
             const IkSetItem *item)
{
  g_autofree char *prompt = ik_rich_text_dup_plain (item->prompt, MAX_CHARS);
  g_autofree char *numbered = g_strdup_printf ("%u. %s", ik_set_entry_get_number (self->entry),
                                               prompt);
  g_autofree char *description = describe_item (item);
  g_autofree char *minutes_label = g_strdup_printf (_("Minutes for %s"), prompt);
  g_autoptr(GMenuModel) menu = create_item_menu (item->id);

  ik_row_text_set (self->text, numbered, description);
  gtk_check_button_set_active (self->required, item->required);
  gtk_spin_button_set_value (self->minutes, item->minutes);
  gtk_menu_button_set_menu_model (self->item_menu, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, minutes_label, -1);
  label_row (self, numbered);
}

static void
update (IkSetRow *self)
{
  const IkSetSection *section = ik_set_entry_get_section (self->entry);

  self->is_filling = TRUE;
  gtk_widget_set_visible (self->heading, section != NULL);
  gtk_widget_set_visible (self->item, section == NULL);
  if (section != NULL)
    update_heading (self, section);
  else
    update_item (self, ik_set_entry_get_item (self->entry));
  self->is_filling = FALSE;
}

static void
required_cb (IkSetRow *self)
{
  if (!self->is_filling && self->entry != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "set.set-required", "(sb)",
                                ik_set_entry_get_id (self->entry),
                                gtk_check_button_get_active (self->required));
}

static void
minutes_cb (IkSetRow *self)
{
  if (!self->is_filling && self->entry != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "set.set-minutes", "(su)",
                                ik_set_entry_get_id (self->entry),
                                (guint) gtk_spin_button_get_value_as_int (self->minutes));
}

static GdkContentProvider *
prepare_drag_cb (IkSetRow *self)
{
  return gdk_content_provider_new_typed (IK_TYPE_SET_ENTRY, self->entry);
}

static void
begin_drag_cb (IkSetRow      *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

/* Whether what is dropped comes below the row, not above. */
static gboolean
is_below (IkSetRow *self,
          double    y)
{
  return y * 2 > gtk_widget_get_height (GTK_WIDGET (self));
}

static void
show_gap (IkSetRow   *self,
          const char *css_class) /* nullable */
{
  const char *const classes[] = { "drop-above", "drop-below" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (g_strcmp0 (classes[i], css_class) == 0)
        gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
    }
}

/* A line of the set takes the place of this one; what comes from the bank has one
 * between two lines. */
static GdkDragAction
motion_cb (IkSetRow      *self,
           double         x,
           double         y,
           GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  if (gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), IK_TYPE_SET_ENTRY))
    return GDK_ACTION_MOVE;

  show_gap (self, is_below (self, y) ? "drop-below" : "drop-above");
  return GDK_ACTION_COPY;
}

static void
leave_cb (IkSetRow *self)
{
  show_gap (self, NULL);
}

static gboolean
drop_cb (IkSetRow     *self,
         const GValue *value,
         double        x,
         double        y)
{
  const char *id = ik_set_entry_get_id (self->entry);

  show_gap (self, NULL);
  if (G_VALUE_HOLDS (value, IK_TYPE_SET_ENTRY))
    return gtk_widget_activate_action (GTK_WIDGET (self), "set.move-to", "(ss)",
                                       ik_set_entry_get_id (g_value_get_object (value)), id);

  if (!g_variant_is_of_type (g_value_get_variant (value), G_VARIANT_TYPE ("ax")))
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "set.add-at", "(@axsb)",
                                     g_value_get_variant (value), id, is_below (self, y));
}

static void
ik_set_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  ik_set_row_set_entry (IK_SET_ROW (object), NULL);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_set_row_parent_class)->dispose (object);
}

static void
ik_set_row_class_init (IkSetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_BESIDE_LAYOUT);
  g_type_ensure (IK_TYPE_ROW_TEXT);

  G_OBJECT_CLASS (klass)->dispose = ik_set_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-set-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, heading);
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, heading_title);
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, heading_minutes);
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, heading_menu);
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, item);
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, text);
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, required);
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, IkSetRow, item_menu);
  gtk_widget_class_bind_template_callback (widget_class, required_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_drag_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_drag_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "setrow");
}

static void
ik_set_row_init (IkSetRow *self)
{
  GType types[] = { IK_TYPE_SET_ENTRY, G_TYPE_VARIANT };
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->minutes);

  target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
ik_set_row_new (void)
{
  return g_object_new (IK_TYPE_SET_ROW, NULL);
}

/**
 * ik_set_row_set_entry:
 * @entry: (nullable): what to show
 *
 * Shows a line and follows its changes.
 */
void
ik_set_row_set_entry (IkSetRow   *self,
                      IkSetEntry *entry)
{
  g_return_if_fail (IK_IS_SET_ROW (self));

  g_clear_signal_handler (&self->changed_id, self->entry);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
  update (self);
}

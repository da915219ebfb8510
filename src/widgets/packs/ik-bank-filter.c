#include "ik-bank-filter.h"

#include <glib/gi18n.h>

#include "ik-list.h"
#include "ik-question-words.h"
#include "ik-spin-button.h"

/* More values of one kind nobody looks through; words find them. */
#define MAX_VALUES 200

/**
 * IkBankFilter:
 *
 * A button with all that questions can be told apart by, each value with how many
 * questions it would find. Several values of one kind widen the choice, kinds
 * narrow each other. It looks pressed while something is chosen. Main loop only.
 */

/* A kind of choice. */
typedef struct
{
  GtkExpander *expander; /* owned by the widget tree */
  GtkBox      *box;      /* owned by the widget tree */
  GPtrArray   *values;   /* owned; element-type utf8; in the order of @box */
  GPtrArray   *chosen;   /* owned; element-type utf8 */
  GHashTable  *known;    /* owned; element-type utf8 to IkFilterChoice; by value in lower case */
} Facet;

struct _IkBankFilter
{
  GtkWidget      parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkBox        *facets_box;
  GtkSpinButton *minutes_from;
  GtkSpinButton *minutes_to;

  Facet          facets[IK_N_QUESTION_FACETS];
  gboolean       is_filling;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankFilter, ik_bank_filter, GTK_TYPE_WIDGET)

/* In the order of IkQuestionFacet. */
static const char *const titles[] = {
  N_("Pack"),
  N_("Section"),
  N_("Tag"),
  N_("Competency"),
  N_("Level"),
  N_("Kind"),
  N_("State"),
  N_("Used in a set or an interview"),
  N_("Has an answer"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (titles) == IK_N_QUESTION_FACETS);

static char *
dup_label (IkQuestionFacet     facet,
           const IkFacetCount *value)
{
  IkQuestionKind kind;
  IkQuestionState state;

  if (facet == IK_QUESTION_FACET_KIND && ik_question_kind_from_nick (value->value, &kind))
    return g_strdup (ik_question_words_for_kind (kind));
  if (facet == IK_QUESTION_FACET_STATE && ik_question_state_from_nick (value->value, &state))
    return g_strdup (ik_question_words_for_state (state));
  if (facet == IK_QUESTION_FACET_USED || facet == IK_QUESTION_FACET_ANSWERED)
    return g_strdup (g_str_equal (value->value, "yes") ? _("Yes") : _("No"));
  if (value->label[0] == '\0')
    /* Translators: no tag, no level, a section without a title */
    return g_strdup (C_("filter", "None"));
  if (facet == IK_QUESTION_FACET_LEVEL)
    return ik_question_words_for_level (value->label);

  return g_strdup (value->label);
}

static void
update_titles (IkBankFilter *self)
{
  gboolean is_set = ik_bank_filter_is_set (self);

  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      Facet *facet = &self->facets[i];
      g_autofree char *title = facet->chosen->len == 0
                               ? g_strdup (_(titles[i]))
                               /* Translators: a kind of choice and how many are chosen */
                               : g_strdup_printf (_("%s (%u)"), _(titles[i]), facet->chosen->len);

      gtk_expander_set_label (facet->expander, title);
    }

  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bank-filter.reset", is_set);
}

static void
changed_cb (IkBankFilter *self)
{
  if (self->is_filling)
    return;

  update_titles (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* As the library compares them. */
static gboolean
is_same_text (gconstpointer one,
              gconstpointer other)
{
  return g_ascii_strcasecmp (one, other) == 0;
}

static gboolean
find_text (GPtrArray  *texts,
           const char *text,
           guint      *out_index)
{
  return g_ptr_array_find_with_equal_func (texts, text, is_same_text, out_index);
}

static void
toggled_cb (GtkCheckButton *check,
            IkBankFilter   *self)
{
  Facet *facet = g_object_get_data (G_OBJECT (check), "facet");
  const char *value = g_object_get_data (G_OBJECT (check), "value");
  guint index;

  if (self->is_filling)
    return;

  if (gtk_check_button_get_active (check))
    ik_text_list_add (facet->chosen, value);
  else if (find_text (facet->chosen, value, &index))
    g_ptr_array_remove_index (facet->chosen, index);
  changed_cb (self);
}

static void
show_count (GtkWidget          *line,
            const char         *label,
            const IkFacetCount *value)
{
  GtkWidget *check = gtk_widget_get_first_child (line);
  g_autofree char *count = g_strdup_printf ("%'u", value->n);
  g_autofree char *name = g_strdup_printf (g_dngettext (NULL, "%s, %u question", "%s, %u questions",
                                                        value->n), label, value->n);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (line)), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_line (IkBankFilter       *self,
             Facet              *facet,
             const char         *label,
             const IkFacetCount *value)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 26);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");

  g_object_set_data (G_OBJECT (check), "facet", facet);
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value->value), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find_text (facet->chosen, value->value, NULL));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);

  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), count);

  return line;
}

static gboolean
has_values (Facet     *facet,
            GPtrArray *values)
{
  guint n_values = MIN (values->len, MAX_VALUES);

  if (facet->values->len != n_values)
    return FALSE;

  for (guint i = 0; i < n_values; i++)
    {
      const IkFacetCount *value = values->pdata[i];

      if (!g_str_equal (value->value, facet->values->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

/* What the person is at keeps its widgets: its own values stay the same while
 * they are chosen from. */
static void
fill_facet (IkBankFilter    *self,
            IkQuestionFacet  kind,
            GPtrArray       *values)
{
  Facet *facet = &self->facets[kind];
  gboolean is_same = has_values (facet, values);
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (facet->box));

  for (; line != NULL && !is_same; line = gtk_widget_get_first_child (GTK_WIDGET (facet->box)))
    gtk_box_remove (facet->box, line);
  if (!is_same)
    g_ptr_array_set_size (facet->values, 0);

  for (guint i = 0; i < MIN (values->len, MAX_VALUES); i++)
    {
      const IkFacetCount *value = values->pdata[i];
      g_autofree char *label = dup_label (kind, value);

      if (!is_same)
        {
          line = create_line (self, facet, label, value);
          gtk_box_append (facet->box, line);
          ik_text_list_add (facet->values, value->value);
        }
      show_count (line, label, value);
      line = gtk_widget_get_next_sibling (line);
    }

  gtk_widget_set_visible (GTK_WIDGET (facet->expander), values->len > 0);
}

/* What a value is called, and how many questions have it. */
static void
remember (Facet              *facet,
          IkQuestionFacet     kind,
          const IkFacetCount *value)
{
  IkFilterChoice *choice = g_new0 (IkFilterChoice, 1);
  g_autofree char *label = dup_label (kind, value);

  choice->facet = kind;
  choice->value = g_strdup (value->value);
  /* Translators: a kind of filter and what is chosen, such as "Tag: java" */
  choice->label = g_strdup_printf (_("%s: %s"), _(titles[kind]), label);
  choice->is_counted = TRUE;
  choice->n = value->n;
  g_hash_table_replace (facet->known, g_ascii_strdown (value->value, -1), choice);
}

static void
remember_chosen (IkBankFilter    *self,
                 IkQuestionFacet  kind,
                 GPtrArray       *values)
{
  Facet *facet = &self->facets[kind];

  g_hash_table_remove_all (facet->known);
  for (guint i = 0; i < values->len; i++)
    {
      const IkFacetCount *value = values->pdata[i];

      if (find_text (facet->chosen, value->value, NULL))
        remember (facet, kind, value);
    }
}

static void
reset (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_bank_filter_reset (IK_BANK_FILTER (widget));
}

static void
opened_cb (IkBankFilter *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
ik_bank_filter_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_bank_filter_parent_class)->dispose (object);
}

static void
ik_bank_filter_finalize (GObject *object)
{
  IkBankFilter *self = IK_BANK_FILTER (object);

  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      g_ptr_array_unref (self->facets[i].values);
      g_ptr_array_unref (self->facets[i].chosen);
      g_hash_table_unref (self->facets[i].known);
    }

  G_OBJECT_CLASS (ik_bank_filter_parent_class)->finalize (object);
}

static void
ik_bank_filter_class_init (IkBankFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_bank_filter_dispose;
  object_class->finalize = ik_bank_filter_finalize;

  /* Another choice was made. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_BANK_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /* The counts are there to be seen. */
  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", IK_TYPE_BANK_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-bank-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankFilter, button);
  gtk_widget_class_bind_template_child (widget_class, IkBankFilter, popover);
  gtk_widget_class_bind_template_child (widget_class, IkBankFilter, facets_box);
  gtk_widget_class_bind_template_child (widget_class, IkBankFilter, minutes_from);
  gtk_widget_class_bind_template_child (widget_class, IkBankFilter, minutes_to);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "bank-filter.reset", NULL, reset);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
create_facet (IkBankFilter *self,
              Facet        *facet)
{
  facet->values = ik_text_list_new ();
  facet->chosen = ik_text_list_new ();
  facet->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) ik_filter_choice_free);
  facet->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  facet->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_margin_start (GTK_WIDGET (facet->box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (facet->box), 3);
  gtk_expander_set_child (facet->expander, GTK_WIDGET (facet->box));
  gtk_box_append (self->facets_box, GTK_WIDGET (facet->expander));
}

static void
ik_bank_filter_init (IkBankFilter *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    create_facet (self, &self->facets[i]);
  ik_spin_button_init (self->minutes_from);
  ik_spin_button_init (self->minutes_to);
  g_signal_connect_object (self->popover, "map", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  self->is_filling = FALSE;
  update_titles (self);
}

/**
 * ik_bank_filter_set_counts:
 * @counts: how many questions each value would find
 *
 * Offers these values.
 */
void
ik_bank_filter_set_counts (IkBankFilter           *self,
                           const IkQuestionCounts *counts)
{
  g_return_if_fail (IK_IS_BANK_FILTER (self));
  g_return_if_fail (counts != NULL);

  self->is_filling = TRUE;
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      fill_facet (self, i, counts->values[i]);
      remember_chosen (self, i, counts->values[i]);
    }
  self->is_filling = FALSE;
}

gboolean
ik_bank_filter_is_open (IkBankFilter *self)
{
  g_return_val_if_fail (IK_IS_BANK_FILTER (self), FALSE);

  return gtk_widget_get_mapped (GTK_WIDGET (self->popover));
}

gboolean
ik_bank_filter_is_set (IkBankFilter *self)
{
  g_return_val_if_fail (IK_IS_BANK_FILTER (self), FALSE);

  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      if (self->facets[i].chosen->len > 0)
        return TRUE;
    }

  return gtk_spin_button_get_value_as_int (self->minutes_from) > 0 ||
         gtk_spin_button_get_value_as_int (self->minutes_to) > 0;
}

static void
clear (IkBankFilter *self)
{
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      Facet *facet = &self->facets[i];

      g_ptr_array_set_size (facet->chosen, 0);
      for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (facet->box));
           line != NULL;
           line = gtk_widget_get_next_sibling (line))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (line)), FALSE);
    }
  gtk_spin_button_set_value (self->minutes_from, 0);
  gtk_spin_button_set_value (self->minutes_to, 0);
}

/**
 * ik_bank_filter_reset:
 *
 * Takes back all choices.
 */
void
ik_bank_filter_reset (IkBankFilter *self)
{
  g_return_if_fail (IK_IS_BANK_FILTER (self));

  if (!ik_bank_filter_is_set (self))
    return;

  self->is_filling = TRUE;
  clear (self);
  self->is_filling = FALSE;
  changed_cb (self);
}

/* Choices one by one */

/**
 * ik_filter_choice_free:
 * @self: (transfer full): a choice
 */
void
ik_filter_choice_free (IkFilterChoice *self)
{
  g_free (self->value);
  g_free (self->label);
  g_free (self);
}

static IkFilterChoice *
create_choice (IkBankFilter    *self,
               IkQuestionFacet  facet,
               const char      *value)
{
  g_autofree char *key = g_ascii_strdown (value, -1);
  const IkFilterChoice *known = g_hash_table_lookup (self->facets[facet].known, key);
  IkFilterChoice *choice = g_new0 (IkFilterChoice, 1);

  choice->facet = facet;
  choice->value = g_strdup (value);
  choice->label = g_strdup (known != NULL ? known->label : _(titles[facet]));
  choice->is_counted = known != NULL;
  choice->n = known != NULL ? known->n : 0;

  return choice;
}

static IkFilterChoice *
create_minutes_choice (IkBankFilter *self)
{
  int from = gtk_spin_button_get_value_as_int (self->minutes_from);
  int to = gtk_spin_button_get_value_as_int (self->minutes_to);
  IkFilterChoice *choice;

  if (from == 0 && to == 0)
    return NULL;

  choice = g_new0 (IkFilterChoice, 1);
  choice->facet = IK_N_QUESTION_FACETS;
  choice->value = g_strdup ("");
  if (to == 0)
    choice->label = g_strdup_printf (_("At least %d min"), from);
  else if (from == 0)
    choice->label = g_strdup_printf (_("At most %d min"), to);
  else
    choice->label = g_strdup_printf (_("%d–%d min"), from, to);

  return choice;
}

/**
 * ik_bank_filter_list_choices:
 *
 * Returns: (transfer full) (element-type IkFilterChoice): what is chosen, by kind
 *   and in the order in which it was chosen; the minutes last
 */
GPtrArray *
ik_bank_filter_list_choices (IkBankFilter *self)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_filter_choice_free);
  IkFilterChoice *minutes;

  g_return_val_if_fail (IK_IS_BANK_FILTER (self), choices);

  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      GPtrArray *chosen = self->facets[i].chosen;

      for (guint j = 0; j < chosen->len; j++)
        g_ptr_array_add (choices, create_choice (self, i, chosen->pdata[j]));
    }

  minutes = create_minutes_choice (self);
  if (minutes != NULL)
    g_ptr_array_add (choices, minutes);

  return choices;
}

static void
untick (Facet      *facet,
        const char *text)
{
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (facet->box));
       line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      GtkWidget *check = gtk_widget_get_first_child (line);

      if (is_same_text (g_object_get_data (G_OBJECT (check), "value"), text))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    }
}

/**
 * ik_bank_filter_drop:
 * @choice: one of ik_bank_filter_list_choices()
 *
 * Takes back one choice.
 */
void
ik_bank_filter_drop (IkBankFilter         *self,
                     const IkFilterChoice *choice)
{
  guint index;

  g_return_if_fail (IK_IS_BANK_FILTER (self));
  g_return_if_fail (choice != NULL);

  self->is_filling = TRUE;
  if (choice->facet >= IK_N_QUESTION_FACETS)
    {
      gtk_spin_button_set_value (self->minutes_from, 0);
      gtk_spin_button_set_value (self->minutes_to, 0);
    }
  else if (find_text (self->facets[choice->facet].chosen, choice->value, &index))
    {
      g_ptr_array_remove_index (self->facets[choice->facet].chosen, index);
      untick (&self->facets[choice->facet], choice->value);
    }
  self->is_filling = FALSE;
  changed_cb (self);
}

/* Making filters of the choices, and the other way round. */

static IkWanted
get_wanted (const Facet *facet)
{
  if (facet->chosen->len != 1)
    return IK_WANTED_ANY;

  return g_str_equal (facet->chosen->pdata[0], "yes") ? IK_WANTED_YES : IK_WANTED_NO;
}

static guint
get_kinds (const Facet *facet)
{
  guint kinds = 0;
  IkQuestionKind kind;

  for (guint i = 0; i < facet->chosen->len; i++)
    {
      if (ik_question_kind_from_nick (facet->chosen->pdata[i], &kind))
        kinds |= 1u << kind;
    }

  return kinds;
}

static guint
get_states (const Facet *facet)
{
  guint states = 0;
  IkQuestionState state;

  for (guint i = 0; i < facet->chosen->len; i++)
    {
      if (ik_question_state_from_nick (facet->chosen->pdata[i], &state))
        states |= 1u << state;
    }

  return states;
}

/* Returns: (transfer container): borrowed texts; NULL for none. */
static const char **
list_chosen (const Facet *facet)
{
  const char **texts;

  if (facet->chosen->len == 0)
    return NULL;

  texts = g_new0 (const char *, facet->chosen->len + 1);
  for (guint i = 0; i < facet->chosen->len; i++)
    texts[i] = facet->chosen->pdata[i];

  return texts;
}

/**
 * ik_bank_filter_make:
 * @query: (nullable): words to search for
 * @sort: what they come in the order of
 * @is_descending: whether in the opposite order
 *
 * Returns: (transfer full): the choices and these
 */
IkQuestionFilter *
ik_bank_filter_make (IkBankFilter   *self,
                     const char     *query,
                     IkQuestionSort  sort,
                     gboolean        is_descending)
{
  g_autofree const char **packs = list_chosen (&self->facets[IK_QUESTION_FACET_PACK]);
  g_autofree const char **sections = list_chosen (&self->facets[IK_QUESTION_FACET_SECTION]);
  g_autofree const char **tags = list_chosen (&self->facets[IK_QUESTION_FACET_TAG]);
  g_autofree const char **competencies = list_chosen (&self->facets[IK_QUESTION_FACET_COMPETENCY]);
  g_autofree const char **levels = list_chosen (&self->facets[IK_QUESTION_FACET_LEVEL]);
  const IkQuestionFilter filter = {
    .query = query,
    .pack_ids = packs,
    .section_ids = sections,
    .tags = tags,
    .competencies = competencies,
    .levels = levels,
    .kinds = get_kinds (&self->facets[IK_QUESTION_FACET_KIND]),
    .states = get_states (&self->facets[IK_QUESTION_FACET_STATE]),
    .minutes_from = (guint) gtk_spin_button_get_value_as_int (self->minutes_from),
    .minutes_to = (guint) gtk_spin_button_get_value_as_int (self->minutes_to),
    .used = get_wanted (&self->facets[IK_QUESTION_FACET_USED]),
    .answered = get_wanted (&self->facets[IK_QUESTION_FACET_ANSWERED]),
    .sort = sort,
    .is_descending = is_descending,
  };

  return ik_question_filter_copy (&filter);
}

static void
choose_all (Facet             *facet,
            const char *const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    ik_text_list_add (facet->chosen, values[i]);
}

static void
choose_wanted (Facet    *facet,
               IkWanted  wanted)
{
  if (wanted != IK_WANTED_ANY)
    ik_text_list_add (facet->chosen, wanted == IK_WANTED_YES ? "yes" : "no");
}

static void
choose_bits (IkBankFilter           *self,
             const IkQuestionFilter *filter)
{
  for (guint i = 0; i <= IK_QUESTION_KIND_CANDIDATE_QUESTIONS; i++)
    {
      if ((filter->kinds >> i & 1) != 0)
        ik_text_list_add (self->facets[IK_QUESTION_FACET_KIND].chosen, ik_question_kind_to_nick (i));
    }
  for (guint i = 0; i <= IK_QUESTION_STATE_ARCHIVED; i++)
    {
      if ((filter->states >> i & 1) != 0)
        ik_text_list_add (self->facets[IK_QUESTION_FACET_STATE].chosen, ik_question_state_to_nick (i));
    }
}

/**
 * ik_bank_filter_show:
 * @filter: what is chosen
 *
 * Shows the choices of a search that was saved.
 */
void
ik_bank_filter_show (IkBankFilter           *self,
                     const IkQuestionFilter *filter)
{
  g_return_if_fail (IK_IS_BANK_FILTER (self));
  g_return_if_fail (filter != NULL);

  self->is_filling = TRUE;
  clear (self);
  choose_all (&self->facets[IK_QUESTION_FACET_PACK], filter->pack_ids);
  choose_all (&self->facets[IK_QUESTION_FACET_SECTION], filter->section_ids);
  choose_all (&self->facets[IK_QUESTION_FACET_TAG], filter->tags);
  choose_all (&self->facets[IK_QUESTION_FACET_COMPETENCY], filter->competencies);
  choose_all (&self->facets[IK_QUESTION_FACET_LEVEL], filter->levels);
  choose_bits (self, filter);
  choose_wanted (&self->facets[IK_QUESTION_FACET_USED], filter->used);
  choose_wanted (&self->facets[IK_QUESTION_FACET_ANSWERED], filter->answered);
  gtk_spin_button_set_value (self->minutes_from, filter->minutes_from);
  gtk_spin_button_set_value (self->minutes_to, filter->minutes_to);
  /* The values are shown anew with the next counts. */
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    g_ptr_array_set_size (self->facets[i].values, 0);
  self->is_filling = FALSE;
  changed_cb (self);
}

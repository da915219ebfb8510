#include "ik-live-header.h"

#include "ik-live-clock.h"
#include "ik-rich-view.h"

#include <glib/gi18n.h>
#include <string.h>

#define MS_PER_MINUTE 60000

/* As much of a question as one line of a tooltip shows. */
#define MAX_PROMPT_CHARS 60

/* As many questions as can be named by their numbers, with much width and with
 * little. */
#define MAX_NUMBERS 3
#define MAX_NUMBERS_NARROW 1

/**
 * IkLiveHeader:
 *
 * The top of the live page: the clock, whose interview it is, and what is done
 * with the interview as a whole, by the actions of the page around it. Main
 * loop only.
 */
struct _IkLiveHeader
{
  AdwBin           parent_instance;

  AdwHeaderBar    *bar;
  AdwWindowTitle  *title;
  IkLiveClock     *clock;
  GtkWidget       *trim_button;
  GtkLabel        *trim_label;
  GtkLabel        *trim_key;
  GtkToggleButton *pause_button;
  GtkWidget       *pause_content;
  GtkImage        *pause_image;
  GtkLabel        *pause_label;
  GtkToggleButton *hide_button;
  GtkWidget       *hide_content;
  GtkWidget       *end_button;

  IkLiveInterview *live;   /* (nullable) (owned) */
  gboolean         narrow;
};

typedef enum
{
  SIGNAL_TICK,
} IkLiveHeaderSignal;

static guint signals[SIGNAL_TICK + 1];

G_DEFINE_FINAL_TYPE (IkLiveHeader, ik_live_header, ADW_TYPE_BIN)

static void
paused_cb (IkLiveHeader *self)
{
  gboolean paused = ik_live_interview_is_paused (self->live);

  gtk_toggle_button_set_active (self->pause_button, paused);
  gtk_label_set_text (self->pause_label, paused ? _("Go On") : _("Pause"));
  gtk_image_set_from_icon_name (self->pause_image,
                                paused ? "media-playback-start-symbolic"
                                       : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button),
                               paused ? _("Let the clock of the question go on (Alt+B, Alt+Space)")
                                      : _("Pause the clock of the question (Alt+B, Alt+Space); "
                                          "interrupted (Alt+Shift+B)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  paused ? _("Go on") : _("Pause"),
                                  -1);
  ik_live_clock_update (self->clock);
}

/* What the key does, with the numbers and the first words of the questions. */
static char *
dup_trim_tooltip (IkLiveHeader *self,
                  const char   *title,
                  GArray       *indexes)
{
  const IkInterview *interview = ik_live_interview_get_interview (self->live);
  GString *text = g_string_new (title);

  for (guint i = 0; i < indexes->len; i++)
    {
      guint index = g_array_index (indexes, guint, i);
      const IkInterviewItem *item = interview->items->pdata[index];
      g_autofree char *prompt = ik_rich_text_dup_plain (item->candidate.prompt, MAX_PROMPT_CHARS);

      g_string_append_c (text, '\n');
      /* Translators: number and text of a question */
      g_string_append_printf (text, _("%u. %s"), index + 1, prompt);
    }

  return g_string_free (text, FALSE);
}

static void
show_trim (IkLiveHeader *self,
           const char   *label,
           const char   *words,
           const char   *tooltip)
{
  if (g_str_equal (gtk_label_get_text (self->trim_label), label) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (self->trim_button), tooltip) == 0)
    return;

  gtk_label_set_text (self->trim_label, label);
  gtk_widget_set_tooltip_text (self->trim_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->trim_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip,
                                  -1);
}

static void
show_proposed (IkLiveHeader *self,
               GArray       *proposed)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;

  words = g_strdup_printf (ngettext ("%u optional no longer fits", "%u optional no longer fit",
                                     proposed->len), proposed->len);
  /* Translators: the number of questions; stands beside “6 min behind” */
  label = g_strdup_printf (self->narrow ? "−%u" : _("Leave out %u"), proposed->len);
  tooltip = dup_trim_tooltip (self, _("Leave out what no longer fits (Alt+M); Alt+Z takes it back"),
                              proposed);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->trim_button), "live.trim");
  gtk_label_set_text (self->trim_key, _("Alt M"));
  show_trim (self, label, words, tooltip);
}

/* By number, the first of them where they are many: the tooltip has all. */
static char *
dup_trimmed_label (IkLiveHeader *self,
                   GArray       *trimmed)
{
  guint n_max = self->narrow ? MAX_NUMBERS_NARROW : MAX_NUMBERS;
  g_autoptr(GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < MIN (trimmed->len, n_max); i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? ", " : "",
                            g_array_index (trimmed, guint, i) + 1);

  if (trimmed->len > n_max)
    g_string_append (numbers, "…");

  /* Translators: numbers of questions, such as "7, 9"; the first one is shorter */
  return g_strdup_printf (self->narrow ? _("Out: %s") : _("Left out: %s"), numbers->str);
}

static void
show_trimmed (IkLiveHeader *self,
              GArray       *trimmed)
{
  g_autofree char *label = dup_trimmed_label (self, trimmed);
  g_autofree char *words = NULL;
  g_autofree char *tooltip = NULL;

  words = g_strdup_printf (ngettext ("%u question left out, take it back",
                                     "%u questions left out, take them back", trimmed->len),
                           trimmed->len);
  tooltip = dup_trim_tooltip (self, _("Left out; take back with Alt+Z"), trimmed);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->trim_button), "live.undo");
  gtk_label_set_text (self->trim_key, _("Alt Z"));
  show_trim (self, label, words, tooltip);
}

/* What no longer fits is left out one key away, and what was left out comes back
 * by another, as long as that undoes nothing else. On paper all has fitted. */
static void
update_trim (IkLiveHeader *self)
{
  gboolean from_paper = ik_live_interview_get_interview (self->live)->from_paper;
  g_autoptr(GArray) proposed = ik_live_interview_propose_trim (self->live);
  g_autoptr(GArray) trimmed = ik_live_interview_get_trimmed (self->live);
  gboolean is_behind = ik_live_interview_get_behind_ms (self->live) >= MS_PER_MINUTE;
  gboolean proposes = is_behind && proposed->len > 0;

  gtk_widget_set_visible (self->trim_button, !from_paper && (proposes || trimmed->len > 0));
  if (proposes)
    show_proposed (self, proposed);
  else if (trimmed->len > 0)
    show_trimmed (self, trimmed);
}

static void
changed_cb (IkLiveHeader *self)
{
  ik_live_clock_update (self->clock);
}

static void
tick_cb (IkLiveHeader *self)
{
  update_trim (self);
  g_signal_emit (self, signals[SIGNAL_TICK], 0);
}

/* Where there is little width, of the buttons of the window only the one that
 * closes it, on the side where the desktop has it. */
static void
update_decoration (IkLiveHeader *self,
                   gboolean      narrow)
{
  g_autofree char *layout = NULL;
  const char *close;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout,
                NULL);
  close = layout != NULL ? strstr (layout, "close") : NULL;
  if (!narrow || close == NULL)
    adw_header_bar_set_decoration_layout (self->bar, NULL);
  else
    adw_header_bar_set_decoration_layout (self->bar,
                                          strchr (close, ':') != NULL ? "close:" : ":close");
}

static void
show_interview (IkLiveHeader *self)
{
  const IkInterview *interview = ik_live_interview_get_interview (self->live);
  g_autofree char *subtitle = NULL;

  if (*interview->round != '\0')
    subtitle = g_strdup_printf ("%s · %s", interview->set_title, interview->round);
  adw_window_title_set_title (self->title, interview->candidate_name);
  adw_window_title_set_subtitle (self->title,
                                 subtitle != NULL ? subtitle : interview->set_title);
}

static void
ik_live_header_dispose (GObject *object)
{
  IkLiveHeader *self = IK_LIVE_HEADER (object);

  g_clear_object (&self->live);

  G_OBJECT_CLASS (ik_live_header_parent_class)->dispose (object);
}

static void
ik_live_header_class_init (IkLiveHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_live_header_dispose;

  g_type_ensure (IK_TYPE_LIVE_CLOCK);

  /**
   * IkLiveHeader::tick:
   * @self: the header
   *
   * A second went by in view.
   */
  signals[SIGNAL_TICK] =
    g_signal_new ("tick", IK_TYPE_LIVE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-header.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, title);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, clock);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, trim_button);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, trim_label);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, trim_key);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, pause_button);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, pause_content);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, pause_image);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, pause_label);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, hide_button);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, hide_content);
  gtk_widget_class_bind_template_child (widget_class, IkLiveHeader, end_button);
  gtk_widget_class_bind_template_callback (widget_class, tick_cb);
}

static void
ik_live_header_init (IkLiveHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_live_header_set_live:
 * @self: a header without an interview
 * @live: the interview that is held
 *
 * Shows an interview from now on; no clock of one that is entered from paper.
 */
void
ik_live_header_set_live (IkLiveHeader    *self,
                         IkLiveInterview *live)
{
  gboolean from_paper = ik_live_interview_get_interview (live)->from_paper;

  g_return_if_fail (IK_IS_LIVE_HEADER (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));
  g_return_if_fail (self->live == NULL);

  self->live = g_object_ref (live);
  g_signal_connect_object (live, "notify::paused", G_CALLBACK (paused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "item-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_interview (self);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), !from_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->pause_button), !from_paper);
  if (!from_paper)
    ik_live_clock_set_live (self->clock, live);
  paused_cb (self);
}

/**
 * ik_live_header_set_narrow:
 * @self: a header
 * @narrow: whether there is little width
 *
 * Leaves the words of the buttons and the title out where there is little.
 */
void
ik_live_header_set_narrow (IkLiveHeader *self,
                           gboolean      narrow)
{
  g_return_if_fail (IK_IS_LIVE_HEADER (self));

  self->narrow = narrow;
  update_decoration (self, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !narrow);
  gtk_widget_set_visible (self->pause_content, !narrow);
  gtk_widget_set_visible (self->hide_content, !narrow);
  gtk_widget_set_visible (self->end_button, !narrow);
  g_object_set (self->clock, "compact", narrow, NULL);
  if (self->live != NULL)
    update_trim (self);
}

static void
set_private_visible (GtkWidget *widget,
                     gboolean   visible)
{
  gtk_widget_set_opacity (widget, visible ? 1 : 0);
  gtk_widget_set_can_target (widget, visible);
}

/**
 * ik_live_header_set_hidden:
 * @self: a header
 * @hidden: whether somebody is looking
 *
 * Leaves the clock, and what shows the rest again.
 */
void
ik_live_header_set_hidden (IkLiveHeader *self,
                           gboolean      hidden)
{
  g_return_if_fail (IK_IS_LIVE_HEADER (self));

  set_private_visible (GTK_WIDGET (self->title), !hidden);
  set_private_visible (self->trim_button, !hidden);
  set_private_visible (self->end_button, !hidden);
  set_private_visible (GTK_WIDGET (self->pause_button), !hidden);
  g_object_set (self->clock, "pace-visible", !hidden, NULL);
  gtk_toggle_button_set_active (self->hide_button, hidden);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hide_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hidden ? _("Hide what is private, on")
                                         : _("Hide what is private"),
                                  -1);
}

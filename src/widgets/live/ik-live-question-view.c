#include "ik-live-question-view.h"

#include "ik-candidate-text-view.h"
#include "ik-guidance-view.h"
#include "ik-indicator-list.h"
#include "ik-live-minutes-entry.h"
#include "ik-live-wording-bar.h"
#include "ik-read-out.h"
#include "ik-shared-height.h"
#include "ik-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* Letters from which on a prompt is set smaller, though no smaller than can be
 * read from 70 cm: three lines of it at the default width leave no line for a
 * follow-up. */
#define LONG_PROMPT 60

/* Pixels above the reference answer when it is scrolled to, and around an
 * indicator. */
#define REVEAL_MARGIN 48
#define INDICATOR_MARGIN 12

/* Of what is in view, a key scrolls by so much: some lines stay. */
#define PAGE_SHARE 0.8

/* Of the height for what to listen for, beside a prompt of three lines at 720
 * pixels. */
#define INDICATOR_SHARE 0.45

/* The least height of the question in pixels: with a follow-up, below what is read
 * out three lines of a prompt alone, and below a title of that what is left. */
#define MIN_HEIGHT 160
#define MIN_HEIGHT_READING 132
#define MIN_HEIGHT_FOLDED 106

/**
 * IkLiveQuestionView:
 *
 * The question in focus: where it stands, its clock, what the candidate may
 * see, and below that what helps the interviewer. The prompt begins at the
 * same place for every question, but below what is read out first, until
 * something is noted or said about the answer. What is read out and what to
 * listen for scroll apart from it, so that it is in view with both. Main loop
 * only.
 */
struct _IkLiveQuestionView
{
  AdwBin               parent_instance;

  GtkLabel            *place;
  GtkToggleButton     *quiet_button;
  GtkWidget           *quiet_content;
  IkLiveMinutesEntry  *minutes_entry;
  GtkWidget           *clocks;
  GtkInscription      *clock;
  GtkInscription      *second_clock;
  IkLiveWordingBar    *wording_bar;
  GtkScrolledWindow   *read_out_scroller;
  GtkScrolledWindow   *scroller;
  IkCandidateTextView *candidate_text;
  GtkLabel            *asked_as;
  IkReadOut           *opening;
  IkReadOut           *introduction;
  IkGuidanceView      *guidance;
  GtkScrolledWindow   *indicator_scroller;
  IkIndicatorList     *indicator_list;
  IkSharedHeight      *shared_height;

  IkLiveInterview     *live;       /* (nullable) (owned) */
  guint                index;      /* of the item that is shown, G_MAXUINT before */
  gboolean             is_new;     /* no item was shown yet */
  gboolean             hidden;     /* somebody looks */
  gboolean             listens;    /* something was noted or said about the answer */
  GPtrArray           *indicators; /* (nullable) (element-type IkIndicator): to tick with it */

  double               folded_at;  /* where the scroller stood before the reference answer */
  guint                reveal_id;  /* tick callback, 0 for none */
  guint                n_frames;   /* since it was asked for */
  gboolean             reveals_indicator;
  guint                indicator;  /* that is revealed, in place of the reference answer */
};

typedef enum
{
  PROP_GUIDANCE = 1,
} IkLiveQuestionViewProperty;

static GParamSpec *properties[PROP_GUIDANCE + 1];

G_DEFINE_FINAL_TYPE (IkLiveQuestionView, ik_live_question_view, ADW_TYPE_BIN)

static void
ticked_cb (IkLiveQuestionView *self,
           guint               index)
{
  ik_live_interview_toggle_indicator (self->live, index);
}

static const IkInterviewItem *
get_item (IkLiveQuestionView *self,
          guint               index)
{
  const IkInterview *interview = ik_live_interview_get_interview (self->live);

  return index < interview->items->len ? interview->items->pdata[index] : NULL;
}

static gboolean
opens_section (IkLiveQuestionView *self,
               guint               index)
{
  const IkInterviewItem *item = get_item (self, index);
  const IkInterviewItem *previous = index > 0 ? get_item (self, index - 1) : NULL;

  return previous == NULL || !g_str_equal (previous->section, item->section);
}

static gboolean
is_from_paper (IkLiveQuestionView *self)
{
  return ik_live_interview_get_interview (self->live)->from_paper;
}

static gboolean
reads_out (IkLiveQuestionView *self)
{
  return ik_read_out_is_unfolded (self->opening) || ik_read_out_is_unfolded (self->introduction);
}

/* A section has its introduction, the first question the opening as well, folded
 * at least, so that the key is seen. The key brings the opening back where there
 * is nothing else to read out. */
static void
set_reads_out (IkLiveQuestionView *self,
               gboolean            opening,
               gboolean            introduction)
{
  const char *text = ik_live_interview_get_interview (self->live)->opening;
  int min_height = MIN_HEIGHT;

  if (!opening && (self->index > 0 || is_from_paper (self)))
    text = "";
  ik_read_out_set_text (self->opening, text);
  ik_read_out_set_unfolded (self->opening, opening);
  ik_read_out_set_unfolded (self->introduction, introduction);
  gtk_widget_set_visible (GTK_WIDGET (self->read_out_scroller),
                          gtk_widget_get_visible (GTK_WIDGET (self->opening)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->introduction)));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->read_out_scroller), 0);
  if (reads_out (self))
    min_height = MIN_HEIGHT_READING;
  else if (gtk_widget_get_visible (GTK_WIDGET (self->read_out_scroller)))
    min_height = MIN_HEIGHT_FOLDED;
  gtk_scrolled_window_set_min_content_height (self->scroller, min_height);
}

/* The question comes back to where each question begins. */
static void
stop_reading_out (IkLiveQuestionView *self)
{
  if (!reads_out (self))
    return;

  set_reads_out (self, FALSE, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static gboolean
has_answer (const IkInterviewItem *item)
{
  return item->outcome != IK_OUTCOME_NOT_ASKED || item->not_assessed ||
         ik_interview_item_has_evidence (item);
}

/* What was on paper was read out long ago; the key shows the opening still. */
static void
show_read_out (IkLiveQuestionView    *self,
               const IkInterviewItem *item)
{
  gboolean begins = opens_section (self, self->index) && !is_from_paper (self);
  gboolean is_start = self->is_new && self->index == 0;

  self->listens = has_answer (item) || is_from_paper (self);
  ik_read_out_set_text (self->introduction, begins ? item->section_introduction : "");
  set_reads_out (self, is_start && !self->listens, !self->listens);
}

static void
add_marks (GString               *text,
           const IkInterviewItem *item)
{
  if (item->knock_out != IK_RATING_NONE)
    /* Translators: a rating; of a question that decides by itself */
    g_string_append_printf (text, _(" · has to reach %d"), item->knock_out);
  if (*item->section != '\0')
    g_string_append_printf (text, " · %.80s", item->section);
  if (!item->required)
    g_string_append_printf (text, " · %s", _("optional"));
  if (!item->scored)
    g_string_append_printf (text, " · %s", _("not rated"));
  if (item->off_script)
    g_string_append_printf (text, " · %s", _("off script"));
  if (item->omitted)
    g_string_append_printf (text, " · %s", _("left out"));
}

/* Its number, and what is the interviewer's to know unless somebody looks. */
static void
show_place (IkLiveQuestionView    *self,
            const IkInterviewItem *item,
            guint                  index)
{
  guint n_items = ik_live_interview_get_interview (self->live)->items->len;
  g_autofree char *place = g_strdup_printf (_("Question %u of %u"), index + 1, n_items);
  g_autoptr(GString) text = g_string_new (place);

  if (!self->hidden)
    add_marks (text, item);
  gtk_label_set_text (self->place, text->str);
}

static void
scroll_by (GtkScrolledWindow *scroller,
           double             distance)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
}

static void
reveal_reference (IkLiveQuestionView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *reference = ik_guidance_view_get_reference (self->guidance);
  double y;

  if (gtk_widget_translate_coordinates (reference, GTK_WIDGET (self->scroller), 0, 0, NULL, &y) &&
      y > gtk_adjustment_get_page_size (adjustment) / 2)
    scroll_by (self->scroller, y - REVEAL_MARGIN);
}

/* As little as it takes: what is in view stays where it is. */
static void
reveal_indicator (IkLiveQuestionView *self)
{
  GtkScrolledWindow *scroller = self->indicator_scroller;
  GtkWidget *button = ik_indicator_list_find_button (self->indicator_list, self->indicator);
  double page_size = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (scroller));
  graphene_rect_t bounds;
  double top;
  double bottom;

  if (button == NULL || !gtk_widget_compute_bounds (button, GTK_WIDGET (scroller), &bounds))
    return;

  top = bounds.origin.y - INDICATOR_MARGIN;
  bottom = bounds.origin.y + bounds.size.height + INDICATOR_MARGIN;
  if (top < 0 || bottom - top > page_size)
    scroll_by (scroller, top);
  else if (bottom > page_size)
    scroll_by (scroller, bottom - page_size);
}

static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *frame_clock,
           gpointer       data)
{
  IkLiveQuestionView *self = IK_LIVE_QUESTION_VIEW (widget);

  /* The first frame after the key comes here before it lays out. */
  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;

  self->reveal_id = 0;
  if (self->reveals_indicator)
    reveal_indicator (self);
  else
    reveal_reference (self);

  return G_SOURCE_REMOVE;
}

static void
stop_revealing (IkLiveQuestionView *self)
{
  if (self->reveal_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_id);
  self->reveal_id = 0;
}

static void
start_revealing (IkLiveQuestionView *self,
                 gboolean            reveals_indicator)
{
  stop_revealing (self);
  self->reveals_indicator = reveals_indicator;
  self->n_frames = 0;
  self->reveal_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

/* What a key unfolds has to be seen, and the question again when it is folded.
 * Where it stands is known once it is laid out. */
static void
reference_visible_cb (IkLiveQuestionView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gboolean visible;

  g_object_get (self->guidance, "reference-visible", &visible, NULL);

  if (visible)
    {
      self->folded_at = gtk_adjustment_get_value (adjustment);
      start_revealing (self, FALSE);
    }
  else
    {
      stop_revealing (self);
      gtk_adjustment_set_value (adjustment, self->folded_at);
    }
}

static void
show_asked_as (IkLiveQuestionView    *self,
               const IkInterviewItem *item)
{
  g_autofree char *text = ik_words_format_asked_as (item);

  gtk_label_set_text (self->asked_as, text);
  gtk_widget_set_visible (GTK_WIDGET (self->asked_as), *text != '\0');
}

static void
show_candidate_text (IkLiveQuestionView    *self,
                     const IkCandidateText *text)
{
  if (g_utf8_strlen (text->prompt, -1) > LONG_PROMPT)
    gtk_widget_add_css_class (GTK_WIDGET (self->candidate_text), "long-prompt");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->candidate_text), "long-prompt");
  ik_candidate_text_view_set_candidate_text (self->candidate_text, text);
}

static void
current_item_cb (IkLiveQuestionView *self)
{
  guint index = ik_live_interview_get_current (self->live);
  const IkInterviewItem *item = get_item (self, index);

  if (item == NULL || self->index == index)
    return;

  self->index = index;
  stop_revealing (self);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  show_place (self, item, index);
  show_candidate_text (self, &item->candidate);
  show_asked_as (self, item);
  show_read_out (self, item);
  self->is_new = FALSE;
  g_object_set (self->guidance, "reference-visible", FALSE, NULL);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_indicator_free);
  ik_live_interview_fill_indicators (self->live, self->indicators);
  ik_indicator_list_set_indicators (self->indicator_list, self->indicators);
  gtk_widget_set_visible (GTK_WIDGET (self->indicator_scroller), self->indicators->len > 0);
  ik_guidance_view_set_item (self->guidance, item);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->indicator_scroller), 0);
  ik_live_question_view_update_clock (self);
}

static void
item_changed_cb (IkLiveQuestionView *self,
                 guint               index)
{
  const IkInterviewItem *item = get_item (self, index);

  if (index != self->index || item == NULL)
    return;

  if (!self->listens && has_answer (item))
    {
      self->listens = TRUE;
      stop_reading_out (self);
    }
  ik_live_interview_fill_indicators (self->live, self->indicators);
  show_asked_as (self, item);
  ik_indicator_list_update (self->indicator_list);
  show_place (self, item, index);
}

/* What stands at the place of the current item may be another one now. */
static void
items_changed_cb (IkLiveQuestionView *self)
{
  self->index = G_MAXUINT;
}

static void
quiet_cb (IkLiveQuestionView *self)
{
  gboolean is_quiet = ik_live_interview_is_quiet (self->live);

  gtk_toggle_button_set_active (self->quiet_button, is_quiet);
  if (is_quiet)
    stop_reading_out (self);
  ik_live_question_view_update_clock (self);
}

static void
ik_live_question_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  IkLiveQuestionView *self = IK_LIVE_QUESTION_VIEW (object);

  switch ((IkLiveQuestionViewProperty) prop_id)
    {
    case PROP_GUIDANCE:
      g_value_set_object (value, self->guidance);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_live_question_view_dispose (GObject *object)
{
  IkLiveQuestionView *self = IK_LIVE_QUESTION_VIEW (object);

  stop_revealing (self);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (ik_live_question_view_parent_class)->dispose (object);
}

static void
ik_live_question_view_class_init (IkLiveQuestionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_CANDIDATE_TEXT_VIEW);
  g_type_ensure (IK_TYPE_GUIDANCE_VIEW);
  g_type_ensure (IK_TYPE_INDICATOR_LIST);
  g_type_ensure (IK_TYPE_LIVE_MINUTES_ENTRY);
  g_type_ensure (IK_TYPE_LIVE_WORDING_BAR);
  g_type_ensure (IK_TYPE_READ_OUT);
  g_type_ensure (IK_TYPE_SHARED_HEIGHT);

  object_class->get_property = ik_live_question_view_get_property;
  object_class->dispose = ik_live_question_view_dispose;

  /**
   * IkLiveQuestionView:guidance:
   *
   * The part that the candidate must not see.
   */
  properties[PROP_GUIDANCE] =
    g_param_spec_object ("guidance", NULL, NULL, IK_TYPE_GUIDANCE_VIEW,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, place);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, quiet_button);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, quiet_content);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, minutes_entry);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, clocks);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, clock);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, second_clock);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, wording_bar);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, read_out_scroller);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, candidate_text);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, asked_as);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, opening);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, introduction);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, guidance);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, indicator_scroller);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, indicator_list);
  gtk_widget_class_bind_template_child (widget_class, IkLiveQuestionView, shared_height);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
}

static void
ik_live_question_view_init (IkLiveQuestionView *self)
{
  self->index = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_shared_height_set_lower_share (self->shared_height, INDICATOR_SHARE);
  g_signal_connect_object (self->guidance, "notify::reference-visible",
                           G_CALLBACK (reference_visible_cb), self, G_CONNECT_SWAPPED);
}

/* The time of what was on paper is written down, not measured. */
static void
show_time_kind (IkLiveQuestionView *self)
{
  gboolean from_paper = ik_live_interview_get_interview (self->live)->from_paper;

  gtk_widget_set_visible (GTK_WIDGET (self->minutes_entry), from_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->quiet_button), !from_paper);
  gtk_widget_set_visible (self->clocks, !from_paper);
  if (from_paper)
    ik_live_minutes_entry_set_live (self->minutes_entry, self->live);
}

/**
 * ik_live_question_view_set_live:
 * @self: a view
 * @live: the interview whose current question it shows
 *
 * Shows the current question of @live.
 */
void
ik_live_question_view_set_live (IkLiveQuestionView *self,
                                IkLiveInterview    *live)
{
  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_set_object (&self->live, live);
  self->index = G_MAXUINT;
  self->is_new = TRUE;
  g_signal_connect_object (live, "notify::current-item", G_CALLBACK (current_item_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "item-changed", G_CALLBACK (item_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "notify::quiet", G_CALLBACK (quiet_cb), self,
                           G_CONNECT_SWAPPED);
  ik_live_wording_bar_set_live (self->wording_bar, live);
  show_time_kind (self);
  current_item_cb (self);
  quiet_cb (self);
}

static void
set_time (GtkInscription *clock,
          const char     *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (clock), text) != 0)
    gtk_inscription_set_text (clock, text);
}

/* The quiet time while it runs, otherwise the time of the section. */
static void
update_second_clock (IkLiveQuestionView *self)
{
  gboolean is_quiet = ik_live_interview_is_quiet (self->live);
  gint64 budget_ms;
  gint64 elapsed_ms = ik_live_interview_get_section_elapsed_ms (self->live, &budget_ms);
  g_autofree char *used = NULL;
  g_autofree char *budget = NULL;
  g_autofree char *text = NULL;

  if (is_quiet)
    elapsed_ms = ik_live_interview_get_quiet_ms (self->live);
  used = ik_words_format_clock (elapsed_ms);
  budget = ik_words_format_clock (budget_ms);

  if (is_quiet)
    text = g_strdup_printf (_("Quiet time %s"), used);
  else if (budget_ms > 0)
    /* Translators: time used and planned of a section, "section 2:10 of 7:00" */
    text = g_strdup_printf (_("section %s of %s"), used, budget);

  gtk_widget_set_visible (GTK_WIDGET (self->second_clock), text != NULL);
  set_time (self->second_clock, text);
  if (is_quiet)
    gtk_widget_add_css_class (GTK_WIDGET (self->second_clock), "quiet-time");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->second_clock), "quiet-time");
}

/**
 * ik_live_question_view_update_clock:
 * @self: a view
 *
 * Shows the times of the question, its section and its quiet time as they are
 * now.
 */
void
ik_live_question_view_update_clock (IkLiveQuestionView *self)
{
  const IkInterview *interview;
  const IkInterviewItem *item;
  g_autofree char *used = NULL;
  g_autofree char *budget = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  if (self->live == NULL || (item = get_item (self, self->index)) == NULL)
    return;

  interview = ik_live_interview_get_interview (self->live);
  used = ik_words_format_clock (ik_live_interview_get_item_elapsed_ms (self->live, self->index));
  budget = ik_words_format_clock (ik_interview_get_budget_ms (interview, item));
  /* Translators: time used and planned of a question, "2:10 of 7:00" */
  text = g_strdup_printf (_("%s of %s"), used, budget);
  set_time (self->clock, text);
  if (ik_live_interview_is_paused (self->live))
    gtk_widget_add_css_class (GTK_WIDGET (self->clock), "paused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "paused");
  update_second_clock (self);
}

/**
 * ik_live_question_view_set_narrow:
 * @self: a view
 * @narrow: whether there is little width
 *
 * Leaves words out and puts the indicators below each other where there is
 * little.
 */
void
ik_live_question_view_set_narrow (IkLiveQuestionView *self,
                                  gboolean            narrow)
{
  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  gtk_widget_set_visible (self->quiet_content, !narrow);
  ik_live_minutes_entry_set_narrow (self->minutes_entry, narrow);
  g_object_set (self->indicator_list,
                "orientation", narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                NULL);
}

/* Whether it went anywhere. */
static gboolean
scroll_pages (GtkScrolledWindow *scroller,
              int                n_pages)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double before = gtk_adjustment_get_value (adjustment);

  if (!gtk_widget_get_visible (GTK_WIDGET (scroller)))
    return FALSE;

  scroll_by (scroller, n_pages * PAGE_SHARE * gtk_adjustment_get_page_size (adjustment));

  return fabs (gtk_adjustment_get_value (adjustment) - before) >= 1;
}

/**
 * ik_live_question_view_scroll:
 * @self: a view
 * @n_pages: how far, negative for up; a page leaves some lines in view
 *
 * Scrolls the question; what is read out above it comes first on the way down
 * and last on the way up.
 */
void
ik_live_question_view_scroll (IkLiveQuestionView *self,
                              int                 n_pages)
{
  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  if (!scroll_pages (n_pages > 0 ? self->read_out_scroller : self->scroller, n_pages))
    scroll_pages (n_pages > 0 ? self->scroller : self->read_out_scroller, n_pages);
}

/**
 * ik_live_question_view_reveal_indicator:
 * @self: a view
 * @index: index of an indicator of the current question
 *
 * Scrolls to an indicator that is out of sight, soon: a key ticks it wherever
 * it stands, and what it did has to be seen.
 */
void
ik_live_question_view_reveal_indicator (IkLiveQuestionView *self,
                                        guint               index)
{
  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  self->indicator = index;
  start_revealing (self, TRUE);
}

/**
 * ik_live_question_view_focus_filter:
 * @self: a view
 *
 * Gives the focus to the filter of the indicators, where there is one.
 */
void
ik_live_question_view_focus_filter (IkLiveQuestionView *self)
{
  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  ik_indicator_list_focus_filter (self->indicator_list);
}

/**
 * ik_live_question_view_focus_minutes:
 * @self: a view of an interview that is entered from paper
 *
 * Gives the focus to the time that the question took.
 */
void
ik_live_question_view_focus_minutes (IkLiveQuestionView *self)
{
  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->minutes_entry));
}

/**
 * ik_live_question_view_open_wording:
 * @self: a view
 * @wording: what is written down
 *
 * Opens a line for the wording of a question, with the focus.
 */
void
ik_live_question_view_open_wording (IkLiveQuestionView *self,
                                    IkLiveWording       wording)
{
  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  ik_live_wording_bar_open (self->wording_bar, wording);
}

/**
 * ik_live_question_view_toggle_opening:
 * @self: a view
 *
 * Shows what is read out above the question, or folds it: the introduction of
 * a section that begins, elsewhere the opening script.
 */
void
ik_live_question_view_toggle_opening (IkLiveQuestionView *self)
{
  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  if (self->live == NULL)
    return;

  if (reads_out (self))
    {
      stop_reading_out (self);
      return;
    }

  set_reads_out (self, self->index == 0 || *ik_read_out_get_text (self->introduction) == '\0', TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
set_private_visible (GtkWidget *widget,
                     gboolean   visible)
{
  gtk_widget_set_opacity (widget, visible ? 1 : 0);
  gtk_widget_set_can_target (widget, visible);
}

/**
 * ik_live_question_view_set_hidden:
 * @self: a view
 * @hidden: whether somebody looks
 *
 * Leaves what the candidate may see of the question, at its place.
 */
void
ik_live_question_view_set_hidden (IkLiveQuestionView *self,
                                  gboolean            hidden)
{
  const IkInterviewItem *item;

  g_return_if_fail (IK_IS_LIVE_QUESTION_VIEW (self));

  self->hidden = hidden;
  item = self->live != NULL ? get_item (self, self->index) : NULL;
  if (item != NULL)
    show_place (self, item, self->index);
  set_private_visible (GTK_WIDGET (self->wording_bar), !hidden);
  set_private_visible (GTK_WIDGET (self->asked_as), !hidden);
  set_private_visible (GTK_WIDGET (self->opening), !hidden);
  set_private_visible (GTK_WIDGET (self->introduction), !hidden);
  set_private_visible (GTK_WIDGET (self->guidance), !hidden);
  set_private_visible (GTK_WIDGET (self->indicator_scroller), !hidden);
}

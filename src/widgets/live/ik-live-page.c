#include "ik-live-page-private.h"

#include "ik-adaptive-bin.h"
#include "ik-candidate-bar.h"
#include "ik-live-answer-bar.h"
#include "ik-live-header.h"
#include "ik-live-item-list.h"
#include "ik-live-paper-bar.h"
#include "ik-live-question-view.h"
#include "ik-lock-watch.h"
#include "ik-notes-pane.h"
#include "ik-rich-view.h"

#include <glib/gi18n.h>

/* As much of a question as two lines show. */
#define MAX_SUBJECT_CHARS 120

/**
 * IkLivePage:
 *
 * The interview while it is held: one question in focus, the others listed,
 * notes, outcome and rating, and the clock. Quiet: it opens no dialog, takes
 * no focus and makes no sound. Whatever has the focus, letters go into the
 * note and the chords of ik-live-page-keys.c do the same.
 *
 * In little width its four parts are shown one at a time, and the question alone
 * where somebody looks; with more, the other parts are hidden by their opacity
 * then, so that nothing moves. The note takes what is typed in any case.
 *
 * One that was held on paper is entered on the same page, without a clock. Main
 * loop only.
 */
struct _IkLivePage
{
  AdwBin              parent_instance;

  IkAdaptiveBin      *adaptive;
  IkLiveHeader       *header;
  IkLivePaperBar     *paper_bar;
  IkCandidateBar     *candidate_bar;
  GtkWidget          *error_bar;
  GtkLabel           *error_label;
  GtkLabel           *subject;
  GtkWidget          *parts;
  IkLiveItemList     *list;
  IkLiveQuestionView *question;
  IkNotesPane        *notes;
  IkLiveAnswerBar    *answer;
  GtkWidget          *switcher;
  GtkToggleButton    *list_tab;
  GtkToggleButton    *question_tab;
  GtkToggleButton    *notes_tab;
  GtkToggleButton    *rating_tab;

  IkLiveInterview    *live;            /* (owned) */
  gboolean            hidden;          /* what is private */
  gboolean            ending;
  IkLockWatch        *lock_watch;      /* (nullable) (owned): while it is in view */
  guint               focus_id;
  guint               inhibit_cookie;  /* 0 where nothing keeps the computer awake */
};

typedef enum
{
  PROP_LIVE = 1,
} IkLivePageProperty;

static GParamSpec *properties[PROP_LIVE + 1];

typedef enum
{
  SIGNAL_ENDED,
} IkLivePageSignal;

static guint signals[SIGNAL_ENDED + 1];

G_DEFINE_FINAL_TYPE (IkLivePage, ik_live_page, ADW_TYPE_BIN)

static const IkInterviewItem *
get_current_item (IkLivePage *self)
{
  const IkInterview *interview = ik_live_interview_get_interview (self->live);
  guint index = ik_live_interview_get_current (self->live);

  return index < interview->items->len ? interview->items->pdata[index] : NULL;
}

/* Which question it is, for the parts that don't show it by themselves. */
static void
show_subject (IkLivePage *self)
{
  const IkInterviewItem *item = get_current_item (self);
  g_autofree char *prompt = NULL;
  g_autofree char *text = NULL;

  if (item == NULL)
    return;

  prompt = ik_rich_text_dup_plain (item->candidate.prompt, MAX_SUBJECT_CHARS);
  /* Translators: number and text of a question */
  text = g_strdup_printf (_("%u. %s"), ik_live_interview_get_current (self->live) + 1, prompt);
  gtk_label_set_text (self->subject, text);
}

/* Whatever was written into, the next letters belong to the new question. */
static void
current_item_cb (IkLivePage *self)
{
  const IkInterviewItem *item = get_current_item (self);

  show_subject (self);
  if (item != NULL)
    ik_candidate_bar_set_candidate_text (self->candidate_bar, &item->candidate);
  ik_notes_pane_show_item (self->notes, ik_live_interview_get_current (self->live));
  ik_notes_pane_focus_note (self->notes);
}

static void
save_error_cb (IkLivePage *self)
{
  g_autofree char *error = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->live, "save-error", &error, NULL);
  if (error != NULL)
    {
      const char *path = ik_live_interview_get_rescue_path (self->live);

      text = path == NULL
        ? g_strdup_printf (_("Not saved yet: %s What you type stays here and is saved as soon "
                             "as that works again."), error)
        : g_strdup_printf (_("Not saved yet: %s What you type stays here and is saved as soon "
                             "as that works again. A copy is in “%s”."), error, path);
      gtk_label_set_text (self->error_label, text);
    }
  gtk_widget_set_visible (self->error_bar, error != NULL);
}

static void
tick_cb (IkLivePage *self)
{
  ik_live_question_view_update_clock (self->question);
}

/* Only a window that is open can be emptied. */
static void
candidate_bar_cb (IkLivePage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "live.blank",
                                 ik_candidate_bar_get_window (self->candidate_bar) != NULL);
}

static void
exposed_cb (IkLivePage *self)
{
  ik_live_page_set_hidden (self, TRUE);
}

/* Whoever unlocks the screen may not be alone: what is private and what the
 * candidate saw come back by their keys. */
static void
locked_cb (IkLivePage *self)
{
  ik_live_page_set_hidden (self, TRUE);
  ik_candidate_bar_blank (self->candidate_bar);
}

static GtkWidget *
get_active_tab (IkLivePage *self)
{
  GtkToggleButton *tabs[] = { self->list_tab, self->question_tab, self->notes_tab };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      if (gtk_toggle_button_get_active (tabs[i]))
        return GTK_WIDGET (tabs[i]);
    }

  return GTK_WIDGET (self->rating_tab);
}

/* Out of the parts before they go. GTK 4.8 would look for another place at the
 * next frame, and keeps what it leaves for good where two were hidden by then. */
static void
move_focus_to_tab (IkLivePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (gtk_widget_is_ancestor (focus, self->parts) ||
                        gtk_widget_is_ancestor (focus, GTK_WIDGET (self->answer))))
    gtk_widget_grab_focus (get_active_tab (self));
}

/* While somebody looks it is the question, whatever part comes next. */
static gboolean
shows_part (IkLivePage      *self,
            GtkToggleButton *tab)
{
  return self->hidden ? tab == self->question_tab : gtk_toggle_button_get_active (tab);
}

/* What the parts of the page look like with much width and with little. */
static void
update_layout (IkLivePage *self)
{
  gboolean narrow = ik_adaptive_bin_is_narrow (self->adaptive);
  gboolean shows_rating = shows_part (self, self->rating_tab);

  ik_live_header_set_narrow (self->header, narrow);
  ik_live_paper_bar_set_narrow (self->paper_bar, narrow);
  ik_live_answer_bar_set_narrow (self->answer, narrow);
  gtk_widget_set_visible (self->switcher, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->subject),
                          narrow && (shows_rating || shows_part (self, self->notes_tab)));
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          !narrow || shows_part (self, self->list_tab));
  gtk_widget_set_visible (GTK_WIDGET (self->question),
                          !narrow || shows_part (self, self->question_tab));
  gtk_widget_set_visible (GTK_WIDGET (self->notes),
                          !narrow || shows_part (self, self->notes_tab));
  gtk_widget_set_visible (self->parts, !narrow || !shows_rating);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), !narrow || shows_rating);
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->notes), narrow);
  gtk_widget_set_vexpand (GTK_WIDGET (self->answer), narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
narrow_cb (IkLivePage *self)
{
  update_layout (self);
  ik_live_question_view_set_narrow (self->question, ik_adaptive_bin_is_narrow (self->adaptive));
  ik_notes_pane_focus_note (self->notes);
}

static void
tab_toggled_cb (IkLivePage *self)
{
  move_focus_to_tab (self);
  update_layout (self);
}

static gboolean
focus_cb (gpointer user_data)
{
  IkLivePage *self = user_data;

  self->focus_id = 0;
  ik_notes_pane_focus_note (self->notes);

  return G_SOURCE_REMOVE;
}

static GtkApplication *
get_application (IkLivePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
}

/* Nobody touches the computer while the candidate speaks. */
static void
keep_awake (IkLivePage *self)
{
  GtkApplication *application = get_application (self);

  if (application != NULL)
    self->inhibit_cookie =
      gtk_application_inhibit (application,
                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                               GTK_APPLICATION_INHIBIT_SUSPEND | GTK_APPLICATION_INHIBIT_IDLE,
                               _("An interview is being held"));
}

static void
let_sleep (IkLivePage *self)
{
  GtkApplication *application = get_application (self);

  if (application != NULL && self->inhibit_cookie != 0)
    gtk_application_uninhibit (application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
}

/* After whoever shows the page has moved the focus as it moves it for any
 * page, and before the next key. */
static void
ik_live_page_map (GtkWidget *widget)
{
  IkLivePage *self = IK_LIVE_PAGE (widget);

  GTK_WIDGET_CLASS (ik_live_page_parent_class)->map (widget);
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_full (G_PRIORITY_HIGH, focus_cb, self, NULL);
  if (!ik_live_page_is_from_paper (self))
    keep_awake (self);

  self->lock_watch = ik_lock_watch_new ();
  g_signal_connect_object (self->lock_watch, "locked", G_CALLBACK (locked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
stop_watching (IkLivePage *self)
{
  if (self->lock_watch != NULL)
    g_object_run_dispose (G_OBJECT (self->lock_watch));
  g_clear_object (&self->lock_watch);
}

static void
ik_live_page_unmap (GtkWidget *widget)
{
  stop_watching (IK_LIVE_PAGE (widget));
  let_sleep (IK_LIVE_PAGE (widget));
  ik_candidate_bar_close (IK_LIVE_PAGE (widget)->candidate_bar);
  GTK_WIDGET_CLASS (ik_live_page_parent_class)->unmap (widget);
}

static gboolean
ik_live_page_grab_focus (GtkWidget *widget)
{
  ik_notes_pane_focus_note (IK_LIVE_PAGE (widget)->notes);
  return TRUE;
}

/* No clock, and nobody to show a question to. */
static void
set_from_paper (IkLivePage *self)
{
  static const char *const actions[] = {
    "live.pause", "live.interrupt", "live.quiet", "live.trim", "live.candidate-window",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_bar), TRUE);
  ik_live_paper_bar_set_live (self->paper_bar, self->live);
}

static void
set_live (IkLivePage      *self,
          IkLiveInterview *live)
{
  g_assert (self->live == NULL);

  self->live = g_object_ref (live);
  g_signal_connect_object (live, "notify::current-item", G_CALLBACK (current_item_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "notify::save-error", G_CALLBACK (save_error_cb), self,
                           G_CONNECT_SWAPPED);

  ik_candidate_bar_set_large_print (self->candidate_bar,
                                    ik_live_interview_get_interview (live)->large_print);
  ik_live_header_set_live (self->header, live);
  ik_live_item_list_set_live (self->list, live);
  ik_live_question_view_set_live (self->question, live);
  ik_notes_pane_set_live (self->notes, live);
  ik_live_answer_bar_set_live (self->answer, live);
  if (ik_live_page_is_from_paper (self))
    set_from_paper (self);
  show_subject (self);
  save_error_cb (self);
}

static void
ik_live_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  IkLivePage *self = IK_LIVE_PAGE (object);

  switch ((IkLivePageProperty) prop_id)
    {
    case PROP_LIVE:
      g_value_set_object (value, self->live);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_live_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  IkLivePage *self = IK_LIVE_PAGE (object);

  switch ((IkLivePageProperty) prop_id)
    {
    case PROP_LIVE:
      set_live (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_live_page_dispose (GObject *object)
{
  IkLivePage *self = IK_LIVE_PAGE (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (ik_live_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, header);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, paper_bar);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, candidate_bar);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, error_bar);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, error_label);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, subject);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, parts);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, list);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, question);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, notes);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, answer);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, list_tab);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, question_tab);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, notes_tab);
  gtk_widget_class_bind_template_child (widget_class, IkLivePage, rating_tab);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, candidate_bar_cb);
  gtk_widget_class_bind_template_callback (widget_class, exposed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, tick_cb);
}

static void
ik_live_page_class_init (IkLivePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_CANDIDATE_BAR);
  g_type_ensure (IK_TYPE_LIVE_ANSWER_BAR);
  g_type_ensure (IK_TYPE_LIVE_HEADER);
  g_type_ensure (IK_TYPE_LIVE_ITEM_LIST);
  g_type_ensure (IK_TYPE_LIVE_PAPER_BAR);
  g_type_ensure (IK_TYPE_LIVE_QUESTION_VIEW);
  g_type_ensure (IK_TYPE_NOTES_PANE);

  object_class->get_property = ik_live_page_get_property;
  object_class->set_property = ik_live_page_set_property;
  object_class->dispose = ik_live_page_dispose;
  widget_class->grab_focus = ik_live_page_grab_focus;
  widget_class->map = ik_live_page_map;
  widget_class->unmap = ik_live_page_unmap;

  /**
   * IkLivePage:live:
   *
   * The interview that is held.
   */
  properties[PROP_LIVE] =
    g_param_spec_object ("live", NULL, NULL, IK_TYPE_LIVE_INTERVIEW,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * IkLivePage::ended:
   * @self: the page
   *
   * The interview was ended or broken off, and everything is saved.
   */
  signals[SIGNAL_ENDED] =
    g_signal_new ("ended", IK_TYPE_LIVE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-page.ui");
  gtk_widget_class_set_css_name (widget_class, "livepage");
  bind_children (widget_class);
  bind_callbacks (widget_class);
  ik_live_page_class_install_actions (widget_class);
}

static void
ik_live_page_init (IkLivePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_live_page_add_keys (self);
  candidate_bar_cb (self);
  update_layout (self);
}

/**
 * ik_live_page_new:
 * @live: an interview that was started
 *
 * Returns: (transfer floating): a page that holds it
 */
GtkWidget *
ik_live_page_new (IkLiveInterview *live)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (live), NULL);

  return g_object_new (IK_TYPE_LIVE_PAGE, "live", live, NULL);
}

/**
 * ik_live_page_get_live:
 * @self: a page
 *
 * Returns: (transfer none): the interview
 */
IkLiveInterview *
ik_live_page_get_live (IkLivePage *self)
{
  g_return_val_if_fail (IK_IS_LIVE_PAGE (self), NULL);

  return self->live;
}

/**
 * ik_live_page_set_comments:
 * @self: a page
 * @comments: (element-type IkComment): reusable comments
 *
 * Lets a short word become one of @comments in each note.
 */
void
ik_live_page_set_comments (IkLivePage *self,
                           GPtrArray  *comments)
{
  g_return_if_fail (IK_IS_LIVE_PAGE (self));

  ik_notes_pane_set_comments (self->notes, comments);
}

/* Whether it was held on paper, and is entered now. */
gboolean
ik_live_page_is_from_paper (IkLivePage *self)
{
  return ik_live_interview_get_interview (self->live)->from_paper;
}

/* Types what @controller handles into the note, whatever had the focus. */
gboolean
ik_live_page_take_key (IkLivePage            *self,
                       GtkEventControllerKey *controller)
{
  gtk_toggle_button_set_active (self->notes_tab, TRUE);
  return ik_notes_pane_take_key (self->notes, controller);
}

static void
set_private_visible (GtkWidget *widget,
                     gboolean   visible)
{
  gtk_widget_set_opacity (widget, visible ? 1 : 0);
  gtk_widget_set_can_target (widget, visible);
}

gboolean
ik_live_page_is_hidden (IkLivePage *self)
{
  return self->hidden;
}

/* Somebody is looking: leaves the question and the clock only. */
void
ik_live_page_set_hidden (IkLivePage *self,
                         gboolean    hidden)
{
  if (hidden && ik_adaptive_bin_is_narrow (self->adaptive) &&
      !gtk_toggle_button_get_active (self->question_tab))
    move_focus_to_tab (self);
  self->hidden = hidden;
  update_layout (self);
  ik_live_question_view_set_hidden (self->question, hidden);
  set_private_visible (GTK_WIDGET (self->list), !hidden);
  set_private_visible (GTK_WIDGET (self->notes), !hidden);
  set_private_visible (GTK_WIDGET (self->answer), !hidden);
  set_private_visible (self->switcher, !hidden);
  ik_live_header_set_hidden (self->header, hidden);
}

void
ik_live_page_toggle_candidate_window (IkLivePage *self)
{
  const IkInterviewItem *item = get_current_item (self);

  if (ik_candidate_bar_get_window (self->candidate_bar) != NULL)
    ik_candidate_bar_close (self->candidate_bar);
  else if (item != NULL)
    ik_live_page_take_keys_of (self, ik_candidate_bar_open (self->candidate_bar,
                                                            &item->candidate));
}

void
ik_live_page_toggle_blank (IkLivePage *self)
{
  ik_candidate_bar_toggle_blank (self->candidate_bar);
}

static void
open_wording (IkLivePage    *self,
              IkLiveWording  wording)
{
  gtk_toggle_button_set_active (self->question_tab, TRUE);
  ik_live_question_view_open_wording (self->question, wording);
}

/* Brings a part into view where there is little width, and the focus to it. */
void
ik_live_page_show_part (IkLivePage *self,
                        const char *name)
{
  if (g_str_equal (name, "list"))
    {
      gtk_toggle_button_set_active (self->list_tab, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
  else if (g_str_equal (name, "general"))
    {
      gtk_toggle_button_set_active (self->notes_tab, TRUE);
      ik_notes_pane_focus_general (self->notes);
    }
  else if (g_str_equal (name, "evidence"))
    {
      gtk_toggle_button_set_active (self->rating_tab, TRUE);
      ik_live_answer_bar_focus_evidence (self->answer);
    }
  else if (g_str_equal (name, "rating"))
    gtk_toggle_button_set_active (self->rating_tab, TRUE);
  else if (g_str_equal (name, "question"))
    gtk_toggle_button_set_active (self->question_tab, TRUE);
  else if (g_str_equal (name, "filter"))
    {
      gtk_toggle_button_set_active (self->question_tab, TRUE);
      ik_live_question_view_focus_filter (self->question);
    }
  else if (g_str_equal (name, "minutes"))
    {
      gtk_toggle_button_set_active (self->question_tab, TRUE);
      ik_live_question_view_focus_minutes (self->question);
    }
  else if (g_str_equal (name, "when"))
    gtk_widget_grab_focus (GTK_WIDGET (self->paper_bar));
  else if (g_str_equal (name, "extra"))
    open_wording (self, IK_LIVE_WORDING_EXTRA);
  else if (g_str_equal (name, "as-asked"))
    open_wording (self, IK_LIVE_WORDING_AS_ASKED);
  else
    {
      gtk_toggle_button_set_active (self->notes_tab, TRUE);
      ik_notes_pane_focus_note (self->notes);
    }
}

void
ik_live_page_toggle_reference (IkLivePage *self)
{
  GtkWidget *guidance = NULL;
  gboolean visible = FALSE;

  g_object_get (self->question, "guidance", &guidance, NULL);
  g_object_get (guidance, "reference-visible", &visible, NULL);
  g_object_set (guidance, "reference-visible", !visible, NULL);
  g_object_unref (guidance);
}

void
ik_live_page_toggle_opening (IkLivePage *self)
{
  gtk_toggle_button_set_active (self->question_tab, TRUE);
  ik_live_question_view_toggle_opening (self->question);
}

void
ik_live_page_rate (IkLivePage *self,
                   int         value)
{
  ik_live_answer_bar_rate (self->answer, value);
}

void
ik_live_page_scroll (IkLivePage *self,
                     int         n_pages)
{
  ik_live_question_view_scroll (self->question, n_pages);
  ik_candidate_bar_scroll (self->candidate_bar, n_pages);
}

/* Nothing moves where somebody looks. */
void
ik_live_page_reveal_indicator (IkLivePage *self,
                               guint       index)
{
  if (!self->hidden)
    ik_live_question_view_reveal_indicator (self->question, index);
}

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(IkLivePage) self = user_data;
  g_autoptr(GError) error = NULL;

  self->ending = FALSE;
  /* What cannot be saved stays here, where the bar says why. */
  if (!ik_live_interview_flush_finish (self->live, result, &error))
    {
      ik_live_interview_stay (self->live);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
leave (IkLivePage *self,
       void      (*change_state)(IkLiveInterview *live))
{
  if (self->ending)
    return;

  self->ending = TRUE;
  change_state (self->live);
  ik_live_interview_flush_async (self->live, flushed_cb, g_object_ref (self));
}

/* Asks nothing; the review that follows can take it back. */
void
ik_live_page_end (IkLivePage *self)
{
  leave (self, ik_live_interview_end);
}

/* To be gone on with later. */
void
ik_live_page_break_off (IkLivePage *self)
{
  leave (self, ik_live_interview_break_off);
}

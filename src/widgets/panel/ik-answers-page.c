#include "ik-answers-page.h"

#include "ik-adaptive-bin.h"
#include "ik-answer-card.h"
#include "ik-page-header.h"
#include "ik-stack.h"
#include "ik-toast.h"
#include "ik-window.h"

#include <glib/gi18n.h>

/**
 * IkAnswersPage:
 *
 * What all candidates answered to one question, without names and shuffled, to
 * rate like with like. The order is the same as long as the program runs, so that
 * nothing jumps. Main loop only.
 */
struct _IkAnswersPage
{
  IkPage         parent_instance;

  /* Template */
  IkPageHeader  *header;
  GtkStack      *stack;
  IkAdaptiveBin *adaptive;
  GtkLabel      *prompt;
  GtkBox        *cards;

  char          *question_id;
  char          *interview_id; /* "" or the one to go back to */
};

G_DEFINE_FINAL_TYPE (IkAnswersPage, ik_answers_page, IK_TYPE_PAGE)

/* As in the review: on with "n", back with "p", rate with the digits. */
static const IkChord chords[] = {
  { '1', '7', FALSE, "answers.rate", NULL },
  { '0', '0', FALSE, "answers.not-assessed", NULL },
  { 'n', 'n', FALSE, "answers.move", "1" },
  { 'p', 'p', FALSE, "answers.move", "-1" },
};

static const char *
get_seed (void)
{
  static char *seed = NULL;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, g_uuid_string_random ());

  return seed;
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_answers_list (library, data, get_seed (), cancellable, error);
}

/* A rating on its way to the library. */
typedef struct
{
  char     *interview_id;
  char     *item_id;
  int       rating;
  gboolean  not_assessed;
} Rating;

static void
rating_free (gpointer data)
{
  Rating *self = data;

  g_free (self->interview_id);
  g_free (self->item_id);
  g_free (self);
}

static gpointer
rate_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Rating *rating = data;

  return GINT_TO_POINTER (ik_answers_rate (library, rating->interview_id, rating->item_id,
                                           rating->rating, rating->not_assessed, cancellable,
                                           error));
}

static void
rated_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (ik_job_run_finish (result, &error) == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      ik_page_reload (IK_PAGE (source));
    }
}

static void
card_rated_cb (IkAnswersPage *self,
               int            value,
               gboolean       not_assessed,
               IkAnswerCard  *card)
{
  Rating *rating = g_new0 (Rating, 1);

  rating->interview_id = g_strdup (ik_answer_card_get_interview (card));
  rating->item_id = g_strdup (ik_answer_card_get_item (card));
  rating->rating = value;
  rating->not_assessed = not_assessed;
  ik_page_write (IK_PAGE (self), rate_job, rating, rating_free, NULL, rated_cb);
}

static GtkWidget *
get_card (IkAnswersPage *self,
          guint          index)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (guint i = 0; card != NULL && i < index; i++)
    card = gtk_widget_get_next_sibling (card);

  return card;
}

static GtkWidget *
ensure_card (IkAnswersPage *self,
             guint          index)
{
  GtkWidget *card = get_card (self, index);

  if (card != NULL)
    return card;

  card = ik_answer_card_new ();
  ik_answer_card_set_narrow (IK_ANSWER_CARD (card), ik_adaptive_bin_is_narrow (self->adaptive));
  g_signal_connect_object (card, "rated", G_CALLBACK (card_rated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->cards, card);
  return card;
}

static void
show_answers (IkAnswersPage *self,
              GPtrArray     *answers)
{
  const IkAnswer *last = answers->len > 0 ? answers->pdata[answers->len - 1] : NULL;
  guint n_candidates = last != NULL ? last->number : 0;
  g_autofree char *of_all = g_strdup_printf (ngettext ("%u answer", "%u answers", answers->len),
                                             answers->len);
  g_autofree char *by_all = g_strdup_printf (ngettext ("%u candidate", "%u candidates",
                                                       n_candidates), n_candidates);
  g_autofree char *text = g_strdup_printf ("%s · %s", of_all, by_all);
  GtkWidget *rest;

  ik_page_header_set_subtitle (self->header, text);
  for (guint i = 0; i < answers->len; i++)
    ik_answer_card_show (IK_ANSWER_CARD (ensure_card (self, i)), answers->pdata[i]);
  while ((rest = get_card (self, answers->len)) != NULL)
    gtk_box_remove (self->cards, rest);

  if (answers->len > 0)
    gtk_label_set_text (self->prompt, ((IkAnswer *) answers->pdata[0])->item->candidate.prompt);
  ik_stack_show (self->stack, answers->len > 0 ? "answers" : "empty");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkAnswersPage *self = IK_ANSWERS_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = ik_job_run_finish (result, &error);
  gboolean is_first = get_card (self, 0) == NULL;

  if (answers == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  show_answers (self, answers);
  if (is_first && answers->len > 0)
    gtk_widget_grab_focus (get_card (self, 0));
}

static void
ik_answers_page_load (IkPage *page)
{
  IkAnswersPage *self = IK_ANSWERS_PAGE (page);

  ik_page_load (page, load_job, g_strdup (self->question_id), g_free,
                (GDestroyNotify) g_ptr_array_unref, loaded_cb);
}

/* The card that has the focus, the first one where none has. */
static GtkWidget *
get_active (IkAnswersPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, IK_TYPE_ANSWER_CARD) : NULL;

  return card != NULL ? card : get_card (self, 0);
}

static void
rate (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  GtkWidget *card = get_active (IK_ANSWERS_PAGE (widget));

  if (card != NULL)
    ik_answer_card_rate (IK_ANSWER_CARD (card), g_variant_get_uint32 (parameter));
}

static void
toggle_not_assessed (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  GtkWidget *card = get_active (IK_ANSWERS_PAGE (widget));

  if (card != NULL)
    ik_answer_card_toggle_not_assessed (IK_ANSWER_CARD (card));
}

static void
move (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  GtkWidget *card = get_active (IK_ANSWERS_PAGE (widget));

  if (card != NULL)
    card = g_variant_get_int32 (parameter) > 0 ? gtk_widget_get_next_sibling (card)
                                               : gtk_widget_get_prev_sibling (card);
  if (card != NULL)
    gtk_widget_grab_focus (card);
}

static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkAnswersPage *self = IK_ANSWERS_PAGE (widget);

  if (*self->interview_id != '\0')
    gtk_widget_activate_action (widget, "win.review", "s", self->interview_id);
  else
    ik_window_leave_page (widget);
}

static void
narrow_cb (IkAnswersPage *self)
{
  for (GtkWidget *card = get_card (self, 0);
       card != NULL;
       card = gtk_widget_get_next_sibling (card))
    ik_answer_card_set_narrow (IK_ANSWER_CARD (card), ik_adaptive_bin_is_narrow (self->adaptive));
}

static void
ik_answers_page_finalize (GObject *object)
{
  IkAnswersPage *self = IK_ANSWERS_PAGE (object);

  g_free (self->question_id);
  g_free (self->interview_id);

  G_OBJECT_CLASS (ik_answers_page_parent_class)->finalize (object);
}

static void
ik_answers_page_class_init (IkAnswersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_PAGE_HEADER);

  G_OBJECT_CLASS (klass)->finalize = ik_answers_page_finalize;
  IK_PAGE_CLASS (klass)->load = ik_answers_page_load;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-answers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkAnswersPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkAnswersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkAnswersPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkAnswersPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, IkAnswersPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_install_action (widget_class, "answers.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "answers.rate", "u", rate);
  gtk_widget_class_install_action (widget_class, "answers.not-assessed", NULL,
                                   toggle_not_assessed);
  gtk_widget_class_install_action (widget_class, "answers.move", "i", move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "answers.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "answers.leave", NULL);
}

static void
ik_answers_page_init (IkAnswersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_chord_add_controller (GTK_WIDGET (self), chords, G_N_ELEMENTS (chords));
}

/**
 * ik_answers_page_new:
 * @question_id: a question of the bank
 * @interview_id: the review to go back to, "" for the pages
 *
 * Returns: (transfer floating): a page for the answers to it
 */
GtkWidget *
ik_answers_page_new (const char *question_id,
                     const char *interview_id)
{
  IkAnswersPage *self;

  g_return_val_if_fail (question_id != NULL, NULL);
  g_return_val_if_fail (interview_id != NULL, NULL);

  self = g_object_new (IK_TYPE_ANSWERS_PAGE, NULL);
  self->question_id = g_strdup (question_id);
  self->interview_id = g_strdup (interview_id);

  return GTK_WIDGET (self);
}

/**
 * ik_answers_page_get_chords:
 * @out_n_chords: (out): how many there are
 *
 * Returns: (array length=out_n_chords) (transfer none): the keys of the page
 */
const IkChord *
ik_answers_page_get_chords (gsize *out_n_chords)
{
  *out_n_chords = G_N_ELEMENTS (chords);
  return chords;
}

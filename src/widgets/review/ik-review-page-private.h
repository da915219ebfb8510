#pragma once

#include "ik-adaptive-bin.h"
#include "ik-interview.h"
#include "ik-navigator.h"
#include "ik-page-header.h"
#include "ik-review-clock.h"
#include "ik-review-end-view.h"
#include "ik-review-item-view.h"
#include "ik-review-page.h"

G_BEGIN_DECLS

struct _IkReviewPage
{
  IkPage              parent_instance;

  IkNavigator        *navigator;
  GtkWidget          *detail;
  IkPageHeader       *header;
  IkReviewClock      *clock;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkToggleButton    *end_button;
  GtkStack           *stack;
  GtkScrolledWindow  *scroller;
  IkAdaptiveBin      *adaptive;
  IkReviewItemView   *item_view;
  IkReviewEndView    *end_view;
  GtkWidget          *status_box;
  GtkBox             *status_buttons;
  GtkLabel           *status;
  GtkWidget          *missing_button;
  GtkWidget          *hand_in_button;
  GtkWidget          *export_button;
  GtkWidget          *reopen_button;
  GtkWidget          *error_bar;
  GtkLabel           *error_label;
  GtkWidget          *load_button;

  char               *interview_id;
  IkInterview        *interview;     /* (nullable) (owned): with what was not saved yet */
  GPtrArray          *rows;          /* (element-type IkLiveItemRow) (unowned): bound ones */
  guint               shown;         /* index of the item; number of items for the end */

  /* Saving, see ik-review-page-saving.c */
  IkInterview        *stored;        /* (nullable) (owned): the same as the library has it */
  IkInterview        *saving;        /* (nullable) (owned): what is on its way there */
  char               *unsaved;       /* (nullable): what was done first since the last save */
  guint               save_id;       /* holds a reference */
  guint               n_saving;
  GPtrArray          *flushes;       /* (element-type GTask) */
  GError             *save_error;    /* (nullable): why the last save failed */
  gboolean            hands_in;      /* from the command to what came of it */
  gboolean            is_conflict;   /* it was changed elsewhere as well: nothing is saved */
};

/* ik-review-page-keys.c: the chords. */
void         ik_review_page_add_keys              (IkReviewPage   *self);

/* ik-review-page-actions.c: the actions "review.*". */
void         ik_review_page_class_install_actions (GtkWidgetClass *widget_class);

/* ik-review-page-saving.c */
void         ik_review_page_touch          (IkReviewPage *self,
                                            const char   *label);
void         ik_review_page_save           (IkReviewPage *self);
void         ik_review_page_hand_in        (IkReviewPage *self);
void         ik_review_page_load_stored    (IkReviewPage *self);

/* ik-review-page.c */
IkInterview *ik_review_page_get_interview  (IkReviewPage *self);
void         ik_review_page_show_item      (IkReviewPage *self,
                                            guint         index);
guint        ik_review_page_get_shown      (IkReviewPage *self);
void         ik_review_page_rate           (IkReviewPage *self,
                                            guint         number);
void         ik_review_page_tick           (IkReviewPage *self,
                                            guint         index);
void         ik_review_page_toggle_reference (IkReviewPage *self);
void         ik_review_page_toggle_share (IkReviewPage *self);
void         ik_review_page_update_locked  (IkReviewPage *self);
void         ik_review_page_reopen         (IkReviewPage *self,
                                            const char   *reason);

void         ik_review_page_set_outcome    (IkReviewPage *self,
                                            IkOutcome     outcome);
void         ik_review_page_toggle_not_assessed (IkReviewPage *self);
void         ik_review_page_focus          (IkReviewPage *self,
                                            const char   *name);

G_END_DECLS

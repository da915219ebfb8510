#pragma once

#include "ik-adaptive-bin.h"
#include "ik-block-bar.h"
#include "ik-draft-list.h"
#include "ik-files-bar.h"
#include "ik-import-page.h"
#include "ik-question-bar.h"
#include "ik-source-list.h"

G_BEGIN_DECLS

/* A draft that waits for others to be stored with. */
typedef struct
{
  IkDraftContent *content;
  GBytes         *accepted;
  GHashTable     *decisions;   /* element-type utf8 IkDuplicatePolicy; about twins */
  guint           n_questions; /* that are accepted */
} IkKeptDraft;

struct _IkImportPage
{
  IkPage           parent_instance;

  /* Template */
  AdwWindowTitle  *heading;
  GtkButton       *discard_button;
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  GtkButton       *add_button;
  GtkRevealer     *progress_revealer;
  GtkProgressBar  *progress;
  GtkStack        *stack;
  AdwStatusPage   *failure;
  GtkButton       *continue_button;
  IkAdaptiveBin   *adaptive;
  GtkWidget       *switcher;
  GtkToggleButton *source_tab;
  GtkToggleButton *draft_tab;
  GtkWidget       *source_part;
  GtkWidget       *draft_part;
  IkSourceList    *source;
  IkBlockBar      *block_bar;
  GtkEntry        *title;
  IkFilesBar      *files_bar;
  GtkToggleButton *questions_tab;
  GtkToggleButton *left_over_tab;
  GtkLabel        *summary;
  GtkWidget       *duplicates_bar;
  GtkStack        *parts;
  AdwStatusPage   *none;
  IkDraftList     *questions;
  IkDraftList     *left_over;
  IkQuestionBar   *question_bar;

  IkDraft         *draft;        /* owned, nullable; of the first file */
  GtkWidget       *leader;       /* unowned, nullable; the pane that the other one follows */
  gboolean         is_shown;     /* whether the draft was shown once */
  gboolean         is_of_kind;   /* whether the last step is about all lines of a kind, until its
                                  * draft is there */
  guint            n_before;     /* questions before that step */
  guint            focus_id;     /* idle source that looks for lost focus, 0 if none */

  /* Files */
  GQueue           files;        /* element-type GFile, owned; the first one is shown */
  guint            n_files;      /* in all */
  guint            n_done;
  GPtrArray       *kept;         /* owned; element-type IkKeptDraft; to be stored together */
  GPtrArray       *storing;      /* owned, nullable; those that are being stored; the worker's */

  /* Work */
  GCancellable    *cancellable;  /* owned, nullable; of the questions that are being stored */
  gboolean         is_leaving;   /* once nothing is being stored */
  guint            progress_id;  /* timeout, 0 if none */
  int              n_stored;     /* questions stored so far; atomic */
  guint            n_to_store;
  char            *pack_id;      /* owned, nullable; the last pack that was stored */
  guint            n_packs;      /* that were stored */
  guint            n_questions;  /* that were stored */
  char            *pack_title;   /* owned, nullable; of the last pack */
};

/* ik-import-page.c: what is shown. */
void     ik_import_page_show_draft    (IkImportPage        *self);
void     ik_import_page_show_failure  (IkImportPage        *self,
                                       const char          *sentence);
void     ik_import_page_expect_kind   (IkImportPage        *self);
void     ik_import_page_show_part     (IkImportPage        *self,
                                       gboolean             left_over);

/* ik-import-page-state.c: what is selected, and what depends on that. */
gboolean ik_import_page_has_document  (IkImportPage        *self);
const IkDraftLine *
         ik_import_page_get_marked    (IkImportPage        *self);
guint    ik_import_page_get_marked_entry (IkImportPage     *self,
                                       const IkDraftLine   *marked);
guint    ik_import_page_get_question  (IkImportPage        *self);
void     ik_import_page_update        (IkImportPage        *self);

/* ik-import-page-files.c: files, one after the other, and storing them. */
void     ik_kept_draft_free           (IkKeptDraft         *self);
gboolean ik_import_page_is_last       (IkImportPage        *self);
gboolean ik_import_page_is_waiting    (IkImportPage        *self);
void     ik_import_page_read_next     (IkImportPage        *self);
void     ik_import_page_drop_first    (IkImportPage        *self);
void     ik_import_page_drop_all      (IkImportPage        *self);
guint    ik_import_page_count_files   (IkImportPage        *self);
void     ik_import_page_add           (IkImportPage        *self);
void     ik_import_page_show_number   (IkImportPage        *self);
void     ik_import_page_begin_work    (IkImportPage        *self,
                                       const char          *text,
                                       guint                n_to_store);
void     ik_import_page_end_work      (IkImportPage        *self);
void     ik_import_page_finish        (IkImportPage        *self);

/* ik-import-page-focus.c: where the keys go. */
gboolean ik_import_page_has_focus     (IkImportPage        *self);
void     ik_import_page_take_focus    (IkImportPage        *self);
void     ik_import_page_leave_toast   (IkImportPage        *self);
void     ik_import_page_watch_focus   (IkImportPage        *self);
void     ik_import_page_unwatch_focus (IkImportPage        *self);

/* ik-import-page-actions.c: the actions "import.*". */
void     ik_import_page_class_install_actions (GtkWidgetClass *widget_class);

/* ik-import-page-keys.c: the keys that do the same. */
void     ik_import_page_add_keys      (IkImportPage        *self);

G_END_DECLS

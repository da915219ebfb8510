#pragma once

#include "ik-library.h"
#include "ik-pack.h"

G_BEGIN_DECLS

/* The question bank. All functions block: call them off the main loop. */

/**
 * IkRecordKind:
 *
 * What an id or a prefix of one names.
 */
typedef enum
{
  IK_RECORD_PACK,
  IK_RECORD_QUESTION,
  IK_RECORD_SET,
  IK_RECORD_CANDIDATE,
  IK_RECORD_INTERVIEW,
  IK_RECORD_RUBRIC,
} IkRecordKind;

typedef struct
{
  char *id;         /* of the question */
  char *prompt;
  char *pack_id;
  char *pack_title;
  char *section;
  char *snippet;    /* matches between U+0002 and U+0003 */
} IkSearchHit;

/* What the bank's filters ask for; NULL or empty fields take everything. */
typedef struct
{
  const char        *query;
  const char *const *pack_ids;
  const char *const *tags;
  const char *const *levels;
  const char        *kind;          /* nick */
  const char        *competency_id;
  guint              limit;         /* 0: no limit */
} IkQuestionFilter;

/* Shown in a list of questions. */
typedef struct
{
  char            *id;
  char            *prompt;
  char            *pack_id;
  char            *pack_title;
  char            *section;
  IkQuestionState  state;
  IkQuestionKind   kind;
  char            *level;
  guint            minutes;         /* planned: own or of the kind */
  GPtrArray       *tags;
  char            *competency_id;   /* nullable */
} IkQuestionSummary;

void        ik_search_hit_free        (IkSearchHit        *self);
void        ik_question_summary_free  (IkQuestionSummary  *self);

char       *ik_bank_resolve_id        (IkLibrary          *library,
                                       IkRecordKind        kind,
                                       const char         *prefix,
                                       GCancellable       *cancellable,
                                       GError            **error);
GPtrArray  *ik_bank_list_packs        (IkLibrary          *library,
                                       GCancellable       *cancellable,
                                       GError            **error); /* IkPackSummary, by title */
IkPack     *ik_bank_load_pack         (IkLibrary          *library,
                                       const char         *id,
                                       GCancellable       *cancellable,
                                       GError            **error);
gboolean    ik_bank_remove_pack       (IkLibrary          *library,
                                       const char         *id,
                                       GCancellable       *cancellable,
                                       GError            **error);
gboolean    ik_bank_rename_pack       (IkLibrary          *library,
                                       const char         *id,
                                       const char         *title,
                                       GCancellable       *cancellable,
                                       GError            **error);
char       *ik_bank_create_pack       (IkLibrary          *library,
                                       const char         *title,
                                       GCancellable       *cancellable,
                                       GError            **error); /* empty pack, one section */
GPtrArray  *ik_bank_list_questions    (IkLibrary          *library,
                                       const IkQuestionFilter *filter,
                                       GCancellable       *cancellable,
                                       GError            **error); /* IkQuestionSummary, in pack order; best first with a query */
IkQuestion *ik_bank_load_question     (IkLibrary          *library,
                                       const char         *id,
                                       GCancellable       *cancellable,
                                       GError            **error);
gboolean    ik_bank_save_question     (IkLibrary          *library,
                                       const IkQuestion   *question,
                                       GCancellable       *cancellable,
                                       GError            **error); /* undoable */
char       *ik_bank_add_question      (IkLibrary          *library,
                                       const char         *pack_id,
                                       const char         *section_title, /* made if new */
                                       const IkQuestion   *question,
                                       GCancellable       *cancellable,
                                       GError            **error);
gboolean    ik_bank_remove_question   (IkLibrary          *library,
                                       const char         *id,
                                       GCancellable       *cancellable,
                                       GError            **error);
GPtrArray  *ik_bank_search            (IkLibrary          *library,
                                       const char         *query,
                                       guint               limit,
                                       GCancellable       *cancellable,
                                       GError            **error); /* IkSearchHit, best first */
GPtrArray  *ik_bank_list_tags         (IkLibrary          *library,
                                       GCancellable       *cancellable,
                                       GError            **error); /* utf8 */
GPtrArray  *ik_bank_list_rubrics      (IkLibrary          *library,
                                       GCancellable       *cancellable,
                                       GError            **error); /* IkRubric, the built-in one first */
GPtrArray  *ik_bank_list_competencies (IkLibrary          *library,
                                       GCancellable       *cancellable,
                                       GError            **error); /* IkCompetency */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSearchHit, ik_search_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionSummary, ik_question_summary_free)

G_END_DECLS

#pragma once

#include "ik-library.h"
#include "ik-pack.h"
#include "ik-question-counts.h"
#include "ik-question-filter.h"
#include "ik-question-summary.h"
#include "ik-record.h"

G_BEGIN_DECLS

char       *ik_bank_resolve_id        (IkLibrary               *library,
                                       IkRecordKind             kind,
                                       const char              *prefix,
                                       GCancellable            *cancellable,
                                       GError                 **error);

GPtrArray  *ik_bank_list_packs        (IkLibrary               *library,
                                       GCancellable            *cancellable,
                                       GError                 **error);
IkPack     *ik_bank_load_pack         (IkLibrary               *library,
                                       const char              *id,
                                       GCancellable            *cancellable,
                                       GError                 **error);
gboolean    ik_bank_remove_pack       (IkLibrary               *library,
                                       const char              *id,
                                       GCancellable            *cancellable,
                                       GError                 **error);
gboolean    ik_bank_rename_pack       (IkLibrary               *library,
                                       const char              *id,
                                       const char              *title,
                                       GCancellable            *cancellable,
                                       GError                 **error);
char       *ik_bank_create_pack       (IkLibrary               *library,
                                       const char              *title,
                                       GCancellable            *cancellable,
                                       GError                 **error);

GArray     *ik_bank_find_questions    (IkLibrary               *library,
                                       const IkQuestionFilter  *filter,
                                       GCancellable            *cancellable,
                                       GError                 **error);
GPtrArray  *ik_bank_load_rows         (IkLibrary               *library,
                                       const char              *query,
                                       const gint64            *rows,
                                       guint                    n_rows,
                                       GCancellable            *cancellable,
                                       GError                 **error);
IkQuestionCounts *
            ik_bank_count_questions   (IkLibrary               *library,
                                       const IkQuestionFilter  *filter,
                                       GCancellable            *cancellable,
                                       GError                 **error);
GPtrArray  *ik_bank_list_questions    (IkLibrary               *library,
                                       const IkQuestionFilter  *filter,
                                       GCancellable            *cancellable,
                                       GError                 **error);
IkQuestion *ik_bank_load_question     (IkLibrary               *library,
                                       const char              *id,
                                       GCancellable            *cancellable,
                                       GError                 **error);
gboolean    ik_bank_save_question     (IkLibrary               *library,
                                       const IkQuestion        *question,
                                       GCancellable            *cancellable,
                                       GError                 **error);
char       *ik_bank_add_question      (IkLibrary               *library,
                                       const char              *pack_id,
                                       const char              *section_title,
                                       const IkQuestion        *question,
                                       GCancellable            *cancellable,
                                       GError                 **error);
gboolean    ik_bank_remove_question   (IkLibrary               *library,
                                       const char              *id,
                                       GCancellable            *cancellable,
                                       GError                 **error);
GPtrArray  *ik_bank_search            (IkLibrary               *library,
                                       const char              *query,
                                       guint                    limit,
                                       GCancellable            *cancellable,
                                       GError                 **error);

GPtrArray  *ik_bank_list_rubrics      (IkLibrary               *library,
                                       GCancellable            *cancellable,
                                       GError                 **error);
GPtrArray  *ik_bank_list_competencies (IkLibrary               *library,
                                       GCancellable            *cancellable,
                                       GError                 **error);

G_END_DECLS

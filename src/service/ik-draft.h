#pragma once

#include "ik-correction.h"
#include "ik-draft-content.h"
#include "ik-import-twins.h"
#include "ik-import.h"

G_BEGIN_DECLS

#define IK_TYPE_DRAFT (ik_draft_get_type ())
G_DECLARE_FINAL_TYPE (IkDraft, ik_draft, IK, DRAFT, GObject)

IkDraft    *ik_draft_new             (void);
void        ik_draft_open            (IkDraft             *self,
                                      GFile               *file);
void        ik_draft_cancel          (IkDraft             *self);
gboolean    ik_draft_is_busy         (IkDraft             *self);

IkDocument *ik_draft_get_document    (IkDraft             *self);
gboolean    ik_draft_has_blocks      (IkDraft             *self);
gboolean    ik_draft_can_reshape     (IkDraft             *self);
guint       ik_draft_count_lines     (IkDraft             *self);
IkDraftContent *ik_draft_get_content (IkDraft             *self);
const char *ik_draft_get_line        (IkDraft             *self,
                                      guint                line,
                                      gsize               *out_length);
guint       ik_draft_find_text       (IkDraft             *self,
                                      guint                line);

void        ik_draft_correct         (IkDraft             *self,
                                      IkCorrection        *correction,
                                      const char          *label);
void        ik_draft_edit            (IkDraft             *self,
                                      guint                index,
                                      const IkQuestion    *question);

gboolean    ik_draft_is_accepted     (IkDraft             *self,
                                      guint                index);
void        ik_draft_set_accepted    (IkDraft             *self,
                                      guint                index,
                                      gboolean             accepted);
gboolean    ik_draft_will_store      (IkDraft             *self,
                                      guint                index);
void        ik_draft_toggle          (IkDraft             *self,
                                      guint                index);
void        ik_draft_set_all_accepted (IkDraft            *self,
                                      gboolean             accepted);
guint       ik_draft_count_accepted  (IkDraft             *self);
guint       ik_draft_count_skipped   (IkDraft             *self);
GBytes     *ik_draft_dup_accepted    (IkDraft             *self);

void        ik_draft_take_twins      (IkDraft             *self,
                                      GPtrArray           *twins);
gboolean    ik_draft_has_twins       (IkDraft             *self);
const IkTwin *ik_draft_get_twin      (IkDraft             *self,
                                      guint                index);
IkDuplicatePolicy ik_draft_get_decision (IkDraft          *self,
                                      guint                index);
void        ik_draft_decide          (IkDraft             *self,
                                      guint                index,
                                      IkDuplicatePolicy    decision);
void        ik_draft_decide_all      (IkDraft             *self,
                                      IkDuplicatePolicy    decision);
void        ik_draft_add_decisions   (IkDraft             *self,
                                      GHashTable          *decisions);

const char *ik_draft_get_undo_label  (IkDraft             *self);
const char *ik_draft_get_redo_label  (IkDraft             *self);
void        ik_draft_undo            (IkDraft             *self);
void        ik_draft_redo            (IkDraft             *self);

G_END_DECLS

#pragma once

#include "ik-database.h"
#include "ik-interview.h"
#include "ik-interview-event.h"

G_BEGIN_DECLS

/**
 * IkLiveChange:
 * @interview_id: the interview
 * @state: where it stands
 * @from_paper: as in #IkInterview
 * @started_at_us: when it started, 0 before
 * @ended_at_us: when it ended, 0 before
 * @started: as in #IkInterview
 * @paused: as in #IkInterview
 * @paused_ms: as in #IkInterview
 * @broken_off_ms: as in #IkInterview
 * @quiet: as in #IkInterview
 * @current_item: index of the item in focus
 * @focused: as in #IkInterview
 * @items: (element-type IkInterviewItem): copies of those that changed
 * @order: (nullable) (element-type utf8): the ids of all items in order, if some
 *   came or went
 * @added: (element-type IkInterviewItem): copies of those that came
 * @removed: (element-type utf8): ids of those that went, stored or not
 * @notes: (nullable) (element-type IkNote): the general notes, if they changed
 * @events: (element-type IkInterviewEvent): to append, in order
 *
 * What changed in an interview that is being held since it was saved last.
 */
typedef struct
{
  char             *interview_id;
  IkInterviewState  state;
  gboolean          from_paper;
  gint64            started_at_us;
  gint64            ended_at_us;
  IkInstant         started;
  IkInstant         paused;
  gint64            paused_ms;
  gint64            broken_off_ms;
  IkInstant         quiet;
  guint             current_item;
  IkInstant         focused;
  GPtrArray        *items;
  GPtrArray        *order;
  GPtrArray        *added;
  GPtrArray        *removed;
  GPtrArray        *notes;
  GPtrArray        *events;
} IkLiveChange;

IkLiveChange *ik_live_change_new  (const IkInterview  *interview);
void          ik_live_change_free (IkLiveChange       *self);
gboolean      ik_live_store_save  (IkDatabase         *database,
                                   const IkLiveChange *change,
                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkLiveChange, ik_live_change_free)

G_END_DECLS

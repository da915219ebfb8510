#include "ik-live-minutes-entry.h"

#include "ik-entry-problem.h"

#include <glib/gi18n.h>
#include <string.h>

#define MS_PER_SECOND 1000
#define MS_PER_MINUTE (60 * MS_PER_SECOND)

/* No answer takes longer than a day. */
#define MAX_MINUTES (24 * 60)

/**
 * IkLiveMinutesEntry:
 *
 * How long the question in focus took, where that was written down on paper: in
 * minutes, or in minutes and seconds ("4:30"). The enter key goes on to the next
 * question. What is no time is said to be none, and is not taken by half. Main
 * loop only.
 */
struct _IkLiveMinutesEntry
{
  AdwBin           parent_instance;

  GtkEntry        *entry;
  GtkWidget       *keycap;

  IkLiveInterview *live;       /* (nullable) (owned) */
  gint64           shown_ms;   /* what it began with */
  gboolean         is_showing; /* what the interview has, which is no typing */
};

G_DEFINE_FINAL_TYPE (IkLiveMinutesEntry, ik_live_minutes_entry, ADW_TYPE_BIN)

/* "" says nothing, which is no mistake. */
static gboolean
parse (const char *text,
       gint64     *out_ms)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", 2);
  guint64 minutes = 0;
  guint64 seconds = 0;

  *out_ms = 0;
  if (*text == '\0')
    return TRUE;

  if (!g_ascii_string_to_unsigned (parts[0], 10, 0, MAX_MINUTES, &minutes, NULL) ||
      (parts[1] != NULL &&
       (strlen (parts[1]) != 2 ||
        !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &seconds, NULL))))
    return FALSE;

  *out_ms = (gint64) minutes * MS_PER_MINUTE + (gint64) seconds * MS_PER_SECOND;
  return TRUE;
}

static char *
format (gint64 ms)
{
  int seconds = (int) (ms / MS_PER_SECOND % 60);

  if (ms < MS_PER_SECOND)
    return g_strdup ("");
  if (seconds == 0)
    return g_strdup_printf ("%d", (int) (ms / MS_PER_MINUTE));

  return g_strdup_printf ("%d:%02d", (int) (ms / MS_PER_MINUTE), seconds);
}

static char *
dup_text (IkLiveMinutesEntry *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* The time of a question is not that of the first digits of a wrong one. */
static void
changed_cb (IkLiveMinutesEntry *self)
{
  g_autofree char *text = dup_text (self);
  gboolean is_valid;
  gint64 ms;

  if (self->is_showing)
    return;

  is_valid = parse (text, &ms);
  ik_entry_set_problem (self->entry,
                        is_valid ? NULL : _("Minutes, or minutes and seconds: 4 or 4:30"));
  ik_live_interview_set_item_ms (self->live, is_valid ? ms : self->shown_ms);
}

static void
activate_cb (IkLiveMinutesEntry *self)
{
  g_autofree char *text = dup_text (self);
  gint64 ms;

  if (parse (text, &ms))
    gtk_widget_activate_action (GTK_WIDGET (self), "live.done", NULL);
}

static void
show_time (IkLiveMinutesEntry *self)
{
  const IkInterview *interview = ik_live_interview_get_interview (self->live);
  guint index = ik_live_interview_get_current (self->live);
  g_autofree char *text = NULL;

  if (index >= interview->items->len)
    return;

  self->shown_ms = ((IkInterviewItem *) interview->items->pdata[index])->elapsed_ms;
  text = format (self->shown_ms);
  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_showing = FALSE;
  ik_entry_set_problem (self->entry, NULL);
}

static gboolean
ik_live_minutes_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (IK_LIVE_MINUTES_ENTRY (widget)->entry));
}

static void
ik_live_minutes_entry_dispose (GObject *object)
{
  g_clear_object (&IK_LIVE_MINUTES_ENTRY (object)->live);

  G_OBJECT_CLASS (ik_live_minutes_entry_parent_class)->dispose (object);
}

static void
ik_live_minutes_entry_class_init (IkLiveMinutesEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_live_minutes_entry_dispose;
  widget_class->grab_focus = ik_live_minutes_entry_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-live-minutes-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveMinutesEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, IkLiveMinutesEntry, keycap);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ik_live_minutes_entry_init (IkLiveMinutesEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_live_minutes_entry_set_live:
 * @self: an entry
 * @live: the interview that is entered from paper
 *
 * Shows and sets the time of the current question of @live.
 */
void
ik_live_minutes_entry_set_live (IkLiveMinutesEntry *self,
                                IkLiveInterview    *live)
{
  g_return_if_fail (IK_IS_LIVE_MINUTES_ENTRY (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_set_object (&self->live, live);
  g_signal_connect_object (live, "notify::current-item", G_CALLBACK (show_time), self,
                           G_CONNECT_SWAPPED);
  show_time (self);
}

/**
 * ik_live_minutes_entry_set_narrow:
 * @self: an entry
 * @narrow: whether there is little width
 *
 * Leaves out the key where there is little.
 */
void
ik_live_minutes_entry_set_narrow (IkLiveMinutesEntry *self,
                                  gboolean            narrow)
{
  g_return_if_fail (IK_IS_LIVE_MINUTES_ENTRY (self));

  gtk_widget_set_visible (self->keycap, !narrow);
}

#include "ik-commands.h"

#include "ik-interview-json.h"
#include "ik-interviews.h"
#include "ik-listing.h"
#include "ik-panel-status-json.h"
#include "ik-panels.h"
#include "ik-text.h"
#include "ik-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* Lists */

static char *
format_local_time (gint64 at_us)
{
  g_autoptr(GDateTime) time = NULL;

  if (at_us == 0)
    return g_strdup ("");

  time = g_date_time_new_from_unix_local (at_us / G_USEC_PER_SEC);
  return g_date_time_format (time, "%F %R");
}

static GPtrArray *
list_panels (IkLibrary     *library,
             GCancellable  *cancellable,
             GError       **error)
{
  return ik_panels_list (library, NULL, cancellable, error);
}

static IkTable *
tabulate_panels (GPtrArray *panels)
{
  IkTable *table = ik_table_new ("#----#", _("ID"), _("Candidate"), _("Round"), _("Set"),
                                 _("Chair"), _("Handed in"), NULL);

  for (guint i = 0; i < panels->len; i++)
    {
      const IkInvitationStatus *panel = panels->pdata[i];
      g_autofree char *handed_in = g_strdup_printf ("%u/%u",
                                                    ik_invitation_status_count_handed_in (panel),
                                                    panel->seats->len);

      ik_table_add (table, panel->id, panel->candidate_name, panel->round, panel->set_title,
                    panel->chair_name, handed_in, NULL);
    }

  return table;
}

/**
 * ik_command_panels:
 * @context: of the call
 * @error: return location
 *
 * Lists the panels by file, the latest first.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_panels (IkCommandContext  *context,
                   GError           **error)
{
  static const IkListing listing = {
    list_panels,
    (IkRecordToJson) ik_panel_status_to_json,
    tabulate_panels,
    N_("No panel yet; “interview-kit panel invite” invites one."),
  };

  return ik_listing_run (&listing, context, error);
}

static void
add_seat (IkTable            *table,
          const IkSeatStatus *seat)
{
  g_autofree char *planned = format_local_time (seat->planned_at_us);
  g_autofree char *handed_in = format_local_time (seat->handed_in_at_us);
  g_autofree char *asks = g_strdelimit (g_strdup (seat->asks), "\n", ';');

  ik_table_add (table, seat->id, seat->name, *asks != '\0' ? asks : _("everything"), planned,
                seat->room, seat->is_here ? ik_interview_state_to_nick (seat->state) : "",
                handed_in, NULL);
}

static void
print_panel (IkCommandContext         *context,
             const IkInvitationStatus *panel)
{
  g_autoptr(IkTable) table = ik_table_new ("#------", _("Interview"), _("Member"), _("Asks"),
                                           _("Planned"), _("Room"), _("State"), _("Handed in"),
                                           NULL);
  g_autofree char *words = ik_panels_dup_words (panel->chair_key);
  g_autofree char *text = NULL;

  ik_command_print (context, "%s · %s · %s\n", panel->candidate_name, panel->round,
                    panel->set_title);
  ik_command_print (context, _("Chair: %s (%s)\n\n"), panel->chair_name, words);
  for (guint i = 0; i < panel->seats->len; i++)
    add_seat (table, panel->seats->pdata[i]);
  text = ik_table_to_text (table);
  ik_command_print_text (context, text);

  for (guint i = 0; i < panel->seats->len; i++)
    {
      const IkSeatStatus *seat = panel->seats->pdata[i];
      g_autofree char *seat_words = ik_panels_dup_words (seat->public_key);

      if (*seat_words != '\0' && !seat->is_owner)
        ik_command_print (context, _("\nKey of %s: %s\n"), seat->name, seat_words);
    }
}

/**
 * ik_command_panel_show:
 * @context: of the call
 * @error: return location
 *
 * Shows who of a panel has handed in, and nothing of what they rated.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_panel_show (IkCommandContext  *context,
                       GError           **error)
{
  g_autoptr(IkInvitationStatus) panel = NULL;
  g_autofree char *id = NULL;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_PANEL, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;

  panel = ik_panels_load (ik_command_open (context, NULL), id,
                          ik_command_get_cancellable (context), error);
  if (panel == NULL)
    return FALSE;

  if (ik_command_wants_json (context))
    ik_command_print_json (context, ik_panel_status_to_json (panel));
  else
    print_panel (context, panel);
  return TRUE;
}

/* Inviting */

static gboolean
fail_usage (GError     **error,
            const char  *format,
            const char  *word)
{
  g_autoptr(GString) sentence = g_string_new (format);

  g_string_replace (sentence, "%s", word, 1);
  g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE, sentence->str);
  return FALSE;
}

static gboolean
set_at (IkSeat      *seat,
        const char  *value,
        GError     **error)
{
  return ik_time_parse (value, &seat->planned_at_us) ||
         fail_usage (error, _("“%s” is no time: write it like 2026-03-01T09:30"), value);
}

static gboolean
set_minutes (IkSeat      *seat,
             const char  *value,
             GError     **error)
{
  guint64 minutes;

  if (!g_ascii_string_to_unsigned (value, 10, 1, 24 * 60, &minutes, NULL))
    return fail_usage (error, _("“%s” is no number of minutes"), value);

  seat->slot_minutes = (guint) minutes;
  return TRUE;
}

static gboolean
set_room (IkSeat      *seat,
          const char  *value,
          GError     **error)
{
  ik_text_set (&seat->room, value);
  return TRUE;
}

static gboolean
add_part (IkSeat      *seat,
          const char  *value,
          GError     **error)
{
  g_ptr_array_add (seat->asks, g_strdup (value));
  return TRUE;
}

typedef gboolean (*SeatFunc) (IkSeat      *seat,
                              const char  *value,
                              GError     **error);

static IkSeat *
find_seat (GPtrArray  *seats,
           const char *name,
           gsize       length)
{
  for (guint i = 0; i < seats->len; i++)
    {
      IkSeat *seat = seats->pdata[i];

      if (strlen (seat->name) == length && strncmp (seat->name, name, length) == 0)
        return seat;
    }

  return NULL;
}

/* "NAME=VALUE" is for one member, "VALUE" for all. */
static gboolean
apply (GPtrArray  *seats,
       char      **words,
       SeatFunc    func,
       GError    **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *sign = strchr (words[i], '=');
      const char *value = sign != NULL ? sign + 1 : words[i];
      IkSeat *only = sign != NULL ? find_seat (seats, words[i], (gsize) (sign - words[i])) : NULL;

      if (sign != NULL && only == NULL)
        return fail_usage (error, _("“%s” does not begin with the name of a --member"), words[i]);
      for (guint k = 0; k < seats->len; k++)
        {
          if ((only == NULL || seats->pdata[k] == only) && !func (seats->pdata[k], value, error))
            return FALSE;
        }
    }

  return TRUE;
}

typedef struct
{
  char  *candidate; /* (owned) (nullable) */
  char  *set;       /* (owned) (nullable) */
  char  *round;     /* (owned) (nullable) */
  char **members;   /* (owned) (nullable) */
  char **asks;      /* (owned) (nullable) */
  char **at;        /* (owned) (nullable) */
  char **rooms;     /* (owned) (nullable) */
  char **minutes;   /* (owned) (nullable) */
} InviteOptions;

static void
invite_options_clear (InviteOptions *self)
{
  g_free (self->candidate);
  g_free (self->set);
  g_free (self->round);
  g_strfreev (self->members);
  g_strfreev (self->asks);
  g_strfreev (self->at);
  g_strfreev (self->rooms);
  g_strfreev (self->minutes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InviteOptions, invite_options_clear)

static gboolean
parse_invite (IkCommandContext  *context,
              InviteOptions     *options,
              GError           **error)
{
  const GOptionEntry entries[] = {
    { "candidate", 0, 0, G_OPTION_ARG_STRING, &options->candidate, N_("The person"), N_("ID") },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options->set, N_("The question set"), N_("ID") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &options->round, N_("Such as “second round”"),
      N_("TEXT") },
    { "member", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->members,
      N_("Who is invited; may be repeated"), N_("NAME") },
    { "asks", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->asks,
      N_("Section or competency that a member asks about; may be repeated"),
      N_("NAME=TEXT") },
    { "at", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->at,
      N_("When a member's interview starts; may be repeated"), N_("[NAME=]TIME") },
    { "room", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->rooms,
      N_("Where it is held; may be repeated"), N_("[NAME=]TEXT") },
    { "minutes", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->minutes,
      N_("Length of a slot, where it is not that of the set; may be repeated"),
      N_("[NAME=]N") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ik_command_parse (context, entries, 1, 1, error))
    return FALSE;
  if (options->candidate == NULL)
    return fail_usage (error, _("“panel invite” needs %s"), "--candidate");
  if (options->set == NULL)
    return fail_usage (error, _("“panel invite” needs %s"), "--set");
  if (options->round == NULL)
    return fail_usage (error, _("“panel invite” needs %s"), "--round");

  return options->members != NULL || fail_usage (error, _("“panel invite” needs %s"), "--member");
}

static GPtrArray *
make_seats (const InviteOptions  *options,
            GError              **error)
{
  g_autoptr(GPtrArray) seats = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_seat_free);

  for (guint i = 0; options->members[i] != NULL; i++)
    g_ptr_array_add (seats, ik_seat_new (options->members[i]));

  if (!apply (seats, options->asks, add_part, error) ||
      !apply (seats, options->at, set_at, error) ||
      !apply (seats, options->rooms, set_room, error) ||
      !apply (seats, options->minutes, set_minutes, error))
    return NULL;

  return g_steal_pointer (&seats);
}

static gboolean
print_panel_record (IkCommandContext  *context,
                    const char        *id,
                    GError           **error)
{
  g_autoptr(IkInvitationStatus) panel = NULL;

  panel = ik_panels_load (ik_command_open (context, NULL), id,
                          ik_command_get_cancellable (context), error);
  if (panel == NULL)
    return FALSE;

  ik_command_print_record (context, id, ik_panel_status_to_json (panel));
  return TRUE;
}

/**
 * ik_command_panel_invite:
 * @context: of the call
 * @error: return location
 *
 * Plans the interviews of a panel and writes the invitation for its members.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_panel_invite (IkCommandContext  *context,
                         GError           **error)
{
  g_auto(InviteOptions) options = { NULL };
  g_autoptr(GPtrArray) seats = NULL;
  g_autoptr(GFile) file = NULL;
  g_autofree char *candidate_id = NULL;
  g_autofree char *set_id = NULL;
  g_autofree char *id = NULL;
  IkPanelRequest request = { NULL };

  if (!parse_invite (context, &options, error))
    return FALSE;
  seats = make_seats (&options, error);
  if (seats == NULL)
    return FALSE;

  set_id = ik_command_resolve (context, IK_RECORD_SET, options.set, error);
  if (set_id == NULL)
    return FALSE;
  candidate_id = ik_command_resolve (context, IK_RECORD_CANDIDATE, options.candidate, error);
  if (candidate_id == NULL)
    return FALSE;

  request = (IkPanelRequest) { candidate_id, set_id, options.round, seats };
  file = g_file_new_for_commandline_arg (ik_command_get_words (context)[0]);
  id = ik_panels_invite (ik_command_open (context, NULL), &request, file,
                         ik_command_get_cancellable (context), error);

  return id != NULL && print_panel_record (context, id, error);
}

/* Opening, sending, merging */

/* Sentences about what a file holds don't name it. */
static void
name_file (GError     *error,
           const char *path)
{
  g_autofree char *shown = g_filename_display_basename (path);
  char *message;

  if (error->domain == G_IO_ERROR)
    return;

  message = g_strdup_printf ("“%s”: %s", shown, error->message);
  g_free (error->message);
  error->message = message;
}

/* People compare keys; programs find the words in what the commands print. */
static void
tell_words (IkCommandContext *context,
            const char       *name,
            const char       *words)
{
  ik_command_warn (context, _("The key of %s is new here. Ask %s for the words of it: %s"), name,
                   name, words);
}

static char *
open_invitation (IkCommandContext  *context,
                 const char        *path,
                 const char        *member,
                 GError           **error)
{
  IkLibrary *library = ik_command_open (context, error);
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(IkInvitationOffer) offer = NULL;
  char *id;

  if (library == NULL)
    return NULL;

  offer = ik_panels_look_at (library, file, ik_command_get_cancellable (context), error);
  id = offer != NULL ? ik_panels_open (library, file, member,
                                       ik_command_get_cancellable (context), error)
                     : NULL;
  if (id == NULL)
    name_file (*error, path);
  else if (offer->known_name == NULL)
    tell_words (context, offer->invitation->chair_name, offer->chair_words);
  else if (ik_invitation_offer_is_disputed (offer))
    ik_command_warn (context, _("It says that it is from %s, but is signed with the key of %s"),
                     offer->invitation->chair_name, offer->known_name);

  return id;
}

/**
 * ik_command_panel_open:
 * @context: of the call
 * @error: return location
 *
 * Takes one's seat in a panel: the interview of an invitation is planned.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_panel_open (IkCommandContext  *context,
                       GError           **error)
{
  g_autofree char *member = NULL;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &member,
      N_("Who of those invited you are, where it is not the owner's name"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *id = NULL;
  g_autoptr(IkInterview) interview = NULL;

  if (!ik_command_parse (context, entries, 1, 1, error))
    return FALSE;

  id = open_invitation (context, ik_command_get_words (context)[0], member, error);
  if (id == NULL)
    return FALSE;

  interview = ik_interviews_load (ik_command_open (context, NULL), id,
                                  ik_command_get_cancellable (context), error);
  if (interview == NULL)
    return FALSE;

  ik_command_print_record (context, id, ik_interview_to_json (interview));
  return TRUE;
}

/**
 * ik_command_panel_send:
 * @context: of the call
 * @error: return location
 *
 * Writes the scorecard of an interview that was handed in, sealed to the chair.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_panel_send (IkCommandContext  *context,
                       GError           **error)
{
  const char *const *words;
  g_autofree char *id = NULL;
  g_autofree char *own_words = NULL;
  g_autoptr(GFile) file = NULL;

  if (!ik_command_parse (context, NULL, 2, 2, error))
    return FALSE;

  words = ik_command_get_words (context);
  id = ik_command_resolve (context, IK_RECORD_INTERVIEW, words[0], error);
  if (id == NULL)
    return FALSE;

  file = g_file_new_for_commandline_arg (words[1]);
  if (!ik_panels_send (ik_command_open (context, NULL), id, file,
                       ik_command_get_cancellable (context), error))
    return FALSE;

  own_words = ik_panels_dup_own_words (ik_command_open (context, NULL),
                                       ik_command_get_cancellable (context), error);
  if (own_words == NULL)
    return FALSE;

  ik_command_warn (context, _("The words of your key, for the chair to ask for: %s"), own_words);
  ik_command_print_output (context, "interview", id, words[1]);
  return TRUE;
}

static void
report_merged (IkCommandContext         *context,
               const IkScorecardReceipt *receipt,
               JsonArray                *documents)
{
  if (receipt->is_new_key)
    tell_words (context, receipt->member_name, receipt->member_words);

  if (ik_command_wants_json (context))
    json_array_add_element (documents, ik_scorecard_receipt_to_json (receipt));
  else
    ik_command_print (context, "%s\n", receipt->interview_id);
}

static void
report_refused (IkCommandContext *context,
                const char       *path,
                const GError     *error,
                JsonArray        *documents)
{
  JsonObject *object = json_object_new ();
  g_autofree char *source = g_filename_display_name (path);

  json_object_set_string_member (object, "source", source);
  json_object_set_string_member (object, "error", error->message);
  json_array_add_object_element (documents, object);

  ik_command_warn (context, "%s", error->message);
}

/* Fails only where it is interrupted. */
static gboolean
merge_files (IkCommandContext  *context,
             const char        *panel_id,
             JsonArray         *documents,
             guint             *out_n_refused,
             GError           **error)
{
  const char *const *paths = ik_command_get_words (context);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (paths[i]);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(IkScorecardReceipt) receipt = NULL;

      receipt = ik_panels_import (ik_command_open (context, NULL), file, panel_id,
                                  ik_command_get_cancellable (context), &local_error);
      if (receipt != NULL)
        {
          report_merged (context, receipt, documents);
          continue;
        }
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      name_file (local_error, paths[i]);
      report_refused (context, paths[i], local_error, documents);
      (*out_n_refused)++;
    }

  return TRUE;
}

/**
 * ik_command_panel_import:
 * @context: of the call
 * @error: return location
 *
 * Merges scorecards. One that is refused doesn't keep the others out.
 *
 * Returns: whether all were merged
 */
gboolean
ik_command_panel_import (IkCommandContext  *context,
                         GError           **error)
{
  g_autofree char *panel = NULL;
  const GOptionEntry entries[] = {
    { "panel", 0, 0, G_OPTION_ARG_STRING, &panel,
      N_("The panel that they have to be of"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(JsonArray) documents = json_array_new ();
  g_autofree char *panel_id = NULL;
  guint n_refused = 0;

  if (!ik_command_parse (context, entries, 1, G_MAXUINT, error) ||
      ik_command_open (context, error) == NULL)
    return FALSE;
  if (panel != NULL &&
      (panel_id = ik_command_resolve (context, IK_RECORD_PANEL, panel, error)) == NULL)
    return FALSE;
  if (!merge_files (context, panel_id, documents, &n_refused, error))
    return FALSE;

  if (ik_command_wants_json (context))
    {
      JsonNode *node = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (node, documents);
      ik_command_print_json (context, node);
    }
  if (n_refused == 0)
    return TRUE;

  g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_REPORTED,
                       "each failure was told");
  return FALSE;
}

/**
 * ik_command_panel_forget_key:
 * @context: of the call
 * @error: return location
 *
 * Forgets the key of somebody who has a new one.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_panel_forget_key (IkCommandContext  *context,
                             GError           **error)
{
  const char *const *words;
  g_autofree char *id = NULL;

  if (!ik_command_parse (context, NULL, 2, 2, error))
    return FALSE;

  words = ik_command_get_words (context);
  id = ik_command_resolve (context, IK_RECORD_PANEL, words[0], error);

  return id != NULL &&
         ik_panels_forget_key (ik_command_open (context, NULL), id, words[1],
                               ik_command_get_cancellable (context), error) &&
         print_panel_record (context, id, error);
}

#include "ik-commands.h"

#include "ik-bank.h"
#include "ik-listing.h"
#include "ik-scales.h"

#include <glib/gi18n.h>

/* A rubric or a competency, and where it is used. */
typedef struct
{
  IkRubric     *rubric;     /* (owned) (nullable) */
  IkCompetency *competency; /* (owned) (nullable) */
  GPtrArray    *uses;       /* (owned) (element-type IkScaleUse) */
} Scale;

static void
scale_free (Scale *self)
{
  g_clear_pointer (&self->rubric, ik_rubric_free);
  g_clear_pointer (&self->competency, ik_competency_free);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  g_free (self);
}

/* Takes @self; FALSE with @error set. */
static gboolean
add_scale (GPtrArray     *scales,
           Scale         *self,
           IkLibrary     *library,
           GCancellable  *cancellable,
           GError       **error)
{
  IkScaleKind kind = self->rubric != NULL ? IK_SCALE_RUBRIC : IK_SCALE_COMPETENCY;
  const char *id = self->rubric != NULL ? self->rubric->id : self->competency->id;

  g_ptr_array_add (scales, self);
  self->uses = ik_scales_list_uses (library, kind, id, cancellable, error);

  return self->uses != NULL;
}

static GPtrArray *
list_rubrics (IkLibrary     *library,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GPtrArray) scales = g_ptr_array_new_with_free_func ((GDestroyNotify) scale_free);
  g_autoptr(GPtrArray) rubrics = ik_bank_list_rubrics (library, cancellable, error);

  for (guint i = 0; rubrics != NULL && i < rubrics->len; i++)
    {
      Scale *scale = g_new0 (Scale, 1);

      scale->rubric = ik_rubric_copy (rubrics->pdata[i]);
      if (!add_scale (scales, scale, library, cancellable, error))
        return NULL;
    }

  return rubrics != NULL ? g_steal_pointer (&scales) : NULL;
}

static GPtrArray *
list_competencies (IkLibrary     *library,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GPtrArray) scales = g_ptr_array_new_with_free_func ((GDestroyNotify) scale_free);
  g_autoptr(GPtrArray) competencies = ik_bank_list_competencies (library, cancellable, error);

  for (guint i = 0; competencies != NULL && i < competencies->len; i++)
    {
      Scale *scale = g_new0 (Scale, 1);

      scale->competency = ik_competency_copy (competencies->pdata[i]);
      if (!add_scale (scales, scale, library, cancellable, error))
        return NULL;
    }

  return competencies != NULL ? g_steal_pointer (&scales) : NULL;
}

static JsonNode *
scale_to_json (const Scale *self)
{
  JsonNode *node = self->rubric != NULL ? ik_rubric_to_json (self->rubric)
                                        : ik_competency_to_json (self->competency);
  JsonObject *object = json_node_get_object (node);
  JsonArray *used = json_array_sized_new (self->uses->len);

  if (self->rubric != NULL)
    json_object_set_int_member (object, "version", self->rubric->version);
  for (guint i = 0; i < self->uses->len; i++)
    json_array_add_element (used, ik_scale_use_to_json (self->uses->pdata[i]));
  json_object_set_array_member (object, "used", used);

  return node;
}

/* What it is used by, in numbers: a table has no room for titles. */
static char *
format_uses (GPtrArray *uses)
{
  guint n_packs = 0;
  guint n_sets = 0;
  guint n_interviews = 0;

  for (guint i = 0; i < uses->len; i++)
    {
      const IkScaleUse *use = uses->pdata[i];

      n_packs += use->kind == IK_SCALE_USE_PACK ? 1 : 0;
      n_sets += use->kind == IK_SCALE_USE_SET ? 1 : 0;
      n_interviews += use->kind == IK_SCALE_USE_INTERVIEWS ? use->n : 0;
    }

  /* Translators: how many of each use a rubric or a competency */
  return g_strdup_printf (_("packs %u, sets %u, interviews %u"), n_packs, n_sets, n_interviews);
}

static char *
format_levels (const IkRubric *rubric)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rubric->levels->len; i++)
    {
      const IkRubricLevel *level = rubric->levels->pdata[i];

      g_string_append_printf (text, "%s%d %s", i > 0 ? ", " : "", level->value, level->label);
    }

  return g_string_free (text, FALSE);
}

static IkTable *
tabulate_rubrics (GPtrArray *scales)
{
  IkTable *table = ik_table_new ("#->--", _("ID"), _("Name"), _("Version"), _("Used By"),
                                 _("Levels"), NULL);

  for (guint i = 0; i < scales->len; i++)
    {
      const Scale *scale = scales->pdata[i];
      g_autofree char *version = g_strdup_printf ("%u", scale->rubric->version);
      g_autofree char *uses = format_uses (scale->uses);
      g_autofree char *levels = format_levels (scale->rubric);

      ik_table_add (table, scale->rubric->id, scale->rubric->name, version, uses, levels, NULL);
    }

  return table;
}

/**
 * ik_command_rubrics:
 * @context: of the call
 * @error: return location
 *
 * Lists the rating scales, the built-in one first, with their versions and where
 * they are used.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_rubrics (IkCommandContext  *context,
                    GError           **error)
{
  static const IkListing listing = {
    list_rubrics,
    (IkRecordToJson) scale_to_json,
    tabulate_rubrics,
    N_("No rating scale."),
  };

  return ik_listing_run (&listing, context, error);
}

static IkTable *
tabulate_competencies (GPtrArray *scales)
{
  IkTable *table = ik_table_new ("#---", _("ID"), _("Name"), _("Used By"), _("Description"), NULL);

  for (guint i = 0; i < scales->len; i++)
    {
      const Scale *scale = scales->pdata[i];
      g_autofree char *uses = format_uses (scale->uses);

      ik_table_add (table, scale->competency->id, scale->competency->name, uses,
                    scale->competency->description, NULL);
    }

  return table;
}

/**
 * ik_command_competencies:
 * @context: of the call
 * @error: return location
 *
 * Lists what the questions of the bank measure, and where that is used.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_competencies (IkCommandContext  *context,
                         GError           **error)
{
  static const IkListing listing = {
    list_competencies,
    (IkRecordToJson) scale_to_json,
    tabulate_competencies,
    N_("No competency yet; packs bring them."),
  };

  return ik_listing_run (&listing, context, error);
}

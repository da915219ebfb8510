#include "ik-pack-field.h"

#include "ik-list.h"
#include "ik-text.h"

#include <string.h>

/* As in a pack file. */
#define MAX_MINUTES 1440

#define FIELD(name, is_list, member) { name, is_list, G_STRUCT_OFFSET (IkQuestion, member) }

/* In the order in which an interview goes. */
static const IkPackField fields[] = {
  FIELD ("Details", FALSE, candidate.details),
  FIELD ("Sub-questions", TRUE, candidate.sub_questions),
  FIELD ("Clarifying questions", TRUE, interviewer.clarifying_questions),
  FIELD ("Follow-ups", TRUE, interviewer.follow_ups),
  FIELD (IK_PACK_FIELD_ANSWER, FALSE, interviewer.reference_answer),
  FIELD ("Solution steps", TRUE, interviewer.solution_steps),
  FIELD ("Look for", TRUE, interviewer.positive_indicators),
  FIELD ("Red flags", TRUE, interviewer.red_flags),
  FIELD ("Why it matters", FALSE, interviewer.why_it_matters),
  FIELD ("References", TRUE, interviewer.references),
};

static const char *const property_names[] = {
  [IK_PACK_PROPERTY_KIND] = "Kind",
  [IK_PACK_PROPERTY_LEVEL] = "Level",
  [IK_PACK_PROPERTY_MINUTES] = "Minutes",
  [IK_PACK_PROPERTY_TAGS] = "Tags",
  [IK_PACK_PROPERTY_COMPETENCY] = "Competency",
  [IK_PACK_PROPERTY_RUBRIC] = "Rating scale",
  [IK_PACK_PROPERTY_STATE] = "State",
};

/**
 * ik_pack_fields_get:
 * @out_n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=out_n_fields): the texts of a
 *   question, in order
 */
const IkPackField *
ik_pack_fields_get (guint *out_n_fields)
{
  *out_n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * ik_pack_field_find:
 * @name: what a field may be called
 *
 * Returns: (transfer none) (nullable): the field
 */
const IkPackField *
ik_pack_field_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_ascii_strcasecmp (fields[i].name, name) == 0)
        return &fields[i];
    }

  return NULL;
}

static char **
find_text (const IkPackField *self,
           const IkQuestion  *question)
{
  return G_STRUCT_MEMBER_P (question, self->offset);
}

/**
 * ik_pack_field_get_text:
 * @self: a field that is no list
 * @question: a question
 *
 * Returns: (transfer none): what it holds
 */
const char *
ik_pack_field_get_text (const IkPackField *self,
                        const IkQuestion  *question)
{
  g_return_val_if_fail (!self->is_list, "");

  return *find_text (self, question);
}

/**
 * ik_pack_field_get_list:
 * @self: a field that is a list
 * @question: a question
 *
 * Returns: (transfer none) (element-type utf8): what it holds
 */
GPtrArray *
ik_pack_field_get_list (const IkPackField *self,
                        const IkQuestion  *question)
{
  g_return_val_if_fail (self->is_list, NULL);

  return G_STRUCT_MEMBER (GPtrArray *, question, self->offset);
}

/**
 * ik_pack_field_add_text:
 * @self: a field that is no list
 * @question: a question
 * @text: CommonMark
 *
 * Adds a text behind what the field holds.
 */
void
ik_pack_field_add_text (const IkPackField *self,
                        IkQuestion        *question,
                        const char        *text)
{
  char **held = find_text (self, question);
  g_autofree char *joined = NULL;

  g_return_if_fail (!self->is_list);

  if (**held != '\0' && *text != '\0')
    joined = g_strjoin ("\n\n", *held, text, NULL);
  if (*text != '\0')
    ik_text_set (held, joined != NULL ? joined : text);
}

/**
 * ik_pack_field_name_answer:
 * @level: such as "senior"
 *
 * Returns: (transfer full): what the answer of that level is called
 */
char *
ik_pack_field_name_answer (const char *level)
{
  return g_strdup_printf (IK_PACK_FIELD_ANSWER " (%s)", level);
}

/**
 * ik_pack_field_dup_level:
 * @name: what a field may be called
 *
 * Returns: (transfer full) (nullable): the level whose answer is called so
 */
char *
ik_pack_field_dup_level (const char *name)
{
  static const char prefix[] = IK_PACK_FIELD_ANSWER " (";
  gsize length = strlen (name);
  gsize n = strlen (prefix);

  if (length < n + 2 || g_ascii_strncasecmp (name, prefix, n) != 0 || name[length - 1] != ')')
    return NULL;

  return g_strndup (name + n, length - n - 1);
}

/**
 * ik_pack_property_get_name:
 * @property: a property
 *
 * Returns: what it is called
 */
const char *
ik_pack_property_get_name (IkPackProperty property)
{
  g_return_val_if_fail (property < IK_PACK_N_PROPERTIES, "");

  return property_names[property];
}

/**
 * ik_pack_property_find:
 * @name: what a property may be called
 * @out_property: (out): the property
 *
 * Returns: whether there is one
 */
gboolean
ik_pack_property_find (const char     *name,
                       IkPackProperty *out_property)
{
  for (guint i = 0; i < IK_PACK_N_PROPERTIES; i++)
    {
      *out_property = (IkPackProperty) i;
      if (g_ascii_strcasecmp (property_names[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

static const IkCompetency *
find_competency (const IkPack *pack,
                 const char   *id)
{
  for (guint i = 0; id != NULL && i < pack->competencies->len; i++)
    {
      const IkCompetency *competency = pack->competencies->pdata[i];

      if (g_str_equal (competency->id, id))
        return competency;
    }

  return NULL;
}

static const IkRubric *
find_rubric (const IkPack *pack,
             const char   *id)
{
  for (guint i = 0; id != NULL && i < pack->rubrics->len; i++)
    {
      const IkRubric *rubric = pack->rubrics->pdata[i];

      if (g_str_equal (rubric->id, id))
        return rubric;
    }

  return NULL;
}

static char *
join_texts (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (const char *) texts->pdata[i]);

  return g_string_free (joined, FALSE);
}

/**
 * ik_pack_property_dup:
 * @property: a property
 * @pack: the pack of the question
 * @question: a question
 *
 * Returns: (transfer full): its value, "" where there is none or nobody chose
 *   one; a competency and a rubric by name
 */
char *
ik_pack_property_dup (IkPackProperty    property,
                      const IkPack     *pack,
                      const IkQuestion *question)
{
  const IkCompetency *competency = find_competency (pack, question->competency_id);
  const IkRubric *rubric = find_rubric (pack, question->rubric_id);

  switch (property)
    {
    case IK_PACK_PROPERTY_KIND:
      return g_strdup (question->kind != IK_QUESTION_KIND_OPEN
                       ? ik_question_kind_to_nick (question->kind) : "");

    case IK_PACK_PROPERTY_LEVEL:
      return g_strdup (question->level);

    case IK_PACK_PROPERTY_MINUTES:
      return question->minutes > 0 ? g_strdup_printf ("%u", question->minutes) : g_strdup ("");

    case IK_PACK_PROPERTY_TAGS:
      return join_texts (question->tags);

    case IK_PACK_PROPERTY_COMPETENCY:
      return g_strdup (competency != NULL ? competency->name : "");

    case IK_PACK_PROPERTY_RUBRIC:
      return g_strdup (rubric != NULL ? rubric->name : "");

    case IK_PACK_PROPERTY_STATE:
      return g_strdup (question->state != IK_QUESTION_STATE_READY
                       ? ik_question_state_to_nick (question->state) : "");

    case IK_PACK_N_PROPERTIES:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static void
set_tags (IkQuestion *question,
          const char *value)
{
  g_auto(GStrv) tags = g_strsplit (value, ",", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      if (*g_strstrip (tags[i]) != '\0')
        ik_text_list_add (question->tags, tags[i]);
    }
}

/**
 * ik_pack_property_set:
 * @property: a property
 * @question: a question
 * @value: what ik_pack_property_dup() gave, or a person wrote; what it can't
 *   be is passed over
 *
 * Sets a property. A competency and a rubric stand for their names until
 * ik_pack_resolve_names().
 */
void
ik_pack_property_set (IkPackProperty  property,
                      IkQuestion     *question,
                      const char     *value)
{
  guint64 minutes;

  switch (property)
    {
    case IK_PACK_PROPERTY_KIND:
      ik_question_kind_from_nick (value, &question->kind);
      break;

    case IK_PACK_PROPERTY_LEVEL:
      ik_text_set (&question->level, value);
      break;

    case IK_PACK_PROPERTY_MINUTES:
      minutes = g_ascii_strtoull (value, NULL, 10);
      question->minutes = minutes <= MAX_MINUTES ? (guint) minutes : 0;
      break;

    case IK_PACK_PROPERTY_TAGS:
      set_tags (question, value);
      break;

    case IK_PACK_PROPERTY_COMPETENCY:
      ik_text_set (&question->competency_id, value);
      break;

    case IK_PACK_PROPERTY_RUBRIC:
      ik_text_set (&question->rubric_id, value);
      break;

    case IK_PACK_PROPERTY_STATE:
      ik_question_state_from_nick (value, &question->state);
      break;

    case IK_PACK_N_PROPERTIES:
    default:
      g_return_if_reached ();
    }
}

/* What is measured and nowhere described is described by its name. */
static void
resolve_competency (IkPack     *pack,
                    IkQuestion *question)
{
  IkCompetency *competency = NULL;

  for (guint i = 0; competency == NULL && i < pack->competencies->len; i++)
    {
      IkCompetency *candidate = pack->competencies->pdata[i];

      if (g_str_equal (candidate->name, question->competency_id))
        competency = candidate;
    }
  if (competency == NULL)
    {
      competency = ik_competency_new (NULL, question->competency_id, "");
      g_ptr_array_add (pack->competencies, competency);
    }
  ik_text_set (&question->competency_id, competency->id);
}

static void
resolve_rubric (const IkPack *pack,
                IkQuestion   *question)
{
  for (guint i = 0; i < pack->rubrics->len; i++)
    {
      const IkRubric *rubric = pack->rubrics->pdata[i];

      if (g_str_equal (rubric->name, question->rubric_id))
        {
          ik_text_set (&question->rubric_id, rubric->id);
          return;
        }
    }
  g_clear_pointer (&question->rubric_id, g_free);
}

/**
 * ik_pack_resolve_names:
 * @pack: a pack whose questions name competencies and rubrics
 *
 * Puts ids in the place of the names that ik_pack_property_set() left. A
 * competency that the pack has not is added; a rubric that it has not is none.
 * Cost: questions times competencies and rubrics.
 */
void
ik_pack_resolve_names (IkPack *pack)
{
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint k = 0; k < section->questions->len; k++)
        {
          IkQuestion *question = section->questions->pdata[k];

          if (question->competency_id != NULL)
            resolve_competency (pack, question);
          if (question->rubric_id != NULL)
            resolve_rubric (pack, question);
        }
    }
}

#include "ik-key-pair-private.h"

/* What a key is told by between people, on the phone or across a table: common
 * words that no two of begin with the same three letters. They are the same in
 * each language of the program, for both have to see the same ones. A list of
 * ours; its order belongs to the format. */
static const char *const words[256] = {
  "acorn", "actor", "album", "amber", "anchor", "angle", "apple", "apron", "arrow", "atlas",
  "autumn", "axle", "bacon", "badge", "baker", "balcony", "bamboo", "barn", "basket", "beach",
  "bell", "berry", "bird", "biscuit", "blanket", "board", "bonnet", "border", "bottle", "brass",
  "bread", "brick", "broom", "bucket", "bugle", "button", "cabin", "cactus", "camel", "candle",
  "carpet", "castle", "cedar", "cello", "chair", "cherry", "circus", "clock", "coast", "cobble",
  "coffee", "comet", "copper", "corner", "cotton", "crane", "cricket", "crystal", "cube",
  "curtain", "daisy", "dancer", "desert", "diamond", "dinner", "dolphin", "donkey", "door",
  "dragon", "drum", "duck", "eagle", "earth", "echo", "elbow", "elm", "engine", "envelope",
  "fabric", "falcon", "farmer", "feather", "fern", "field", "finger", "flag", "flute", "forest",
  "fossil", "fountain", "fox", "frog", "funnel", "galaxy", "garden", "gate", "ginger", "giraffe",
  "glove", "goat", "grape", "guitar", "hammer", "harbor", "hat", "hazel", "hedge", "helmet",
  "hill", "honey", "horse", "hotel", "ice", "igloo", "island", "ivory", "jacket", "jelly",
  "jewel", "jigsaw", "jungle", "kettle", "kitten", "kiwi", "knot", "ladder", "lake", "lantern",
  "lemon", "library", "lizard", "lobster", "lotus", "lumber", "magnet", "mango", "maple",
  "marble", "meadow", "melon", "mirror", "mitten", "monkey", "moon", "mosaic", "mountain",
  "museum", "napkin", "needle", "nest", "noodle", "north", "nutmeg", "oak", "ocean", "olive",
  "onion", "orange", "orbit", "otter", "owl", "oyster", "paddle", "palace", "panda", "paper",
  "parrot", "pearl", "pencil", "pepper", "piano", "pigeon", "pillow", "planet", "plum", "pocket",
  "pond", "poppy", "potato", "prism", "pumpkin", "puzzle", "pyramid", "quail", "queen", "quilt",
  "rabbit", "radio", "raft", "rain", "raven", "ribbon", "river", "robin", "rocket", "rope",
  "rose", "ruby", "saddle", "sailor", "salmon", "sandal", "scarf", "school", "seal", "shadow",
  "shell", "silver", "slate", "sofa", "spider", "spoon", "squirrel", "star", "stone", "sugar",
  "summer", "swan", "table", "tailor", "teapot", "temple", "tent", "thimble", "tiger", "timber",
  "toast", "tomato", "torch", "tower", "train", "tulip", "tunnel", "turtle", "umbrella", "uncle",
  "unicorn", "valley", "vanilla", "velvet", "violin", "vulture", "wagon", "walnut", "water",
  "whale", "wheel", "willow", "window", "wolf", "wood", "yacht", "yarn", "yogurt", "zebra",
  "zipper",
};

/* 8 bits for each word. Whoever wants a key of their own with the same words
 * has to make about 2^64 of them, at some 20 µs each. */
#define N_WORDS 8

G_STATIC_ASSERT (N_WORDS <= crypto_generichash_BYTES);

/**
 * ik_public_key_to_words:
 * @self: a key
 *
 * Returns: (transfer full): eight English words that tell this key from all
 *   others, with spaces between
 */
char *
ik_public_key_to_words (const IkPublicKey *self)
{
  static const guint8 context[] = "interview-kit words 1";
  const char *chosen[N_WORDS + 1] = { NULL };
  guint8 hash[crypto_generichash_BYTES];

  ik_key_init ();
  crypto_generichash (hash, sizeof hash, (const guint8 *) self, sizeof *self,
                      context, sizeof context - 1);
  for (guint i = 0; i < N_WORDS; i++)
    chosen[i] = words[hash[i]];

  return g_strjoinv (" ", (char **) chosen);
}

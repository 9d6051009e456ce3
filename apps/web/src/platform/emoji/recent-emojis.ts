/** Two rows of the picker on most screens. */
const kept = 18;

/** The list with the emoji in front. */
export const withRecent = (recent: readonly string[], emoji: string): readonly string[] =>
  [emoji, ...recent.filter((other) => other !== emoji)].slice(0, kept);

/** The most common reactions, for people who have not reacted with anything yet. */
export const popularEmojis = '👍 ❤️ 😂 👎 🎉 😮 😢 🙏 🔥 👀 ✅ ❌ 🚀 💯 👏 🤔'.split(' ');

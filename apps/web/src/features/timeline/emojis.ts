export interface Emoji {
  readonly emoji: string;
  /** What it is called, and other words by which people look for it. */
  readonly name: string;
}

/** Those used most come first. */
const emojis: readonly Emoji[] = `👍 thumbs up yes good like|
👎 thumbs down no bad dislike|
❤️ red heart love|
😂 tears of joy laugh lol|
🎉 party popper celebrate tada|
😮 surprised wow open mouth|
😢 crying sad tear|
🙏 folded hands thanks please|
🔥 fire hot lit|
👀 eyes look watching|
✅ check mark done yes|
❌ cross mark no wrong|
🚀 rocket ship launch|
💯 hundred points perfect|
👏 clapping hands applause bravo|
🤔 thinking hmm|
😀 grinning face happy|
😃 big eyes smile happy|
😄 smiling eyes happy|
😁 beaming grin|
😆 squinting laugh|
😅 sweat smile relief|
🤣 rolling on the floor laughing rofl|
🙂 slightly smiling|
🙃 upside down|
😉 wink|
😊 blush smiling|
😇 halo angel innocent|
🥰 hearts in love adore|
😍 heart eyes love|
🤩 star struck wow|
😘 kiss|
😋 yum delicious tongue|
😛 tongue out|
😜 winking tongue joke|
🤪 zany crazy goofy|
🤗 hugging hug|
🤭 hand over mouth oops giggle|
🤫 shushing quiet secret|
🤐 zipper mouth silent|
🤨 raised eyebrow skeptical|
😐 neutral|
😑 expressionless|
😶 no mouth speechless|
😏 smirk|
😒 unamused|
🙄 rolling eyes|
😬 grimace awkward|
😌 relieved calm|
😔 pensive sad|
😪 sleepy|
😴 sleeping tired zzz|
😷 mask sick ill|
🤒 thermometer sick fever|
🤕 bandage hurt|
🤢 nauseated sick|
🤮 vomiting|
🤧 sneezing cold|
🥵 hot heat|
🥶 cold freezing|
🥴 woozy drunk|
😵 dizzy|
🤯 exploding head mind blown|
🤠 cowboy|
🥳 partying birthday|
😎 sunglasses cool|
🤓 nerd glasses|
🧐 monocle inspect|
😕 confused|
😟 worried|
🙁 frowning sad|
😯 hushed|
😲 astonished shocked|
😳 flushed embarrassed|
🥺 pleading puppy eyes|
😨 fearful scared|
😰 anxious sweat|
😥 sad but relieved|
😭 loudly crying sob|
😱 screaming fear|
😖 confounded|
😞 disappointed|
😓 downcast sweat|
😩 weary|
😫 tired|
🥱 yawning bored|
😤 steam triumph|
😡 enraged angry red|
😠 angry mad|
🤬 swearing cursing|
😈 smiling devil|
💀 skull dead|
💩 poo|
🤡 clown|
👻 ghost boo|
👽 alien|
🤖 robot bot|
😺 cat smiling|
🙈 see no evil monkey|
🙉 hear no evil monkey|
🙊 speak no evil monkey|
💋 kiss mark|
💔 broken heart|
💕 two hearts|
💖 sparkling heart|
💙 blue heart|
💚 green heart|
💛 yellow heart|
🧡 orange heart|
💜 purple heart|
🖤 black heart|
🤍 white heart|
💥 collision boom|
💫 dizzy star|
💦 sweat drops water|
💤 zzz sleep|
👋 waving hand hello bye|
🤚 raised back of hand|
✋ raised hand stop high five|
👌 ok hand perfect|
🤌 pinched fingers|
✌️ victory peace|
🤞 crossed fingers luck|
🤟 love you gesture|
🤘 horns rock|
🤙 call me|
👈 pointing left|
👉 pointing right|
👆 pointing up|
👇 pointing down|
☝️ index up one|
✊ raised fist|
👊 oncoming fist bump|
🙌 raising hands hooray|
👐 open hands|
🤝 handshake deal|
✍️ writing hand|
💪 biceps strong muscle|
🧠 brain smart|
👶 baby|
🧒 child|
🙋 raising hand question|
🙅 no gesture|
🙆 ok gesture|
🤷 shrug whatever|
🤦 facepalm|
👮 police|
🕵️ detective|
👷 builder construction worker|
🧙 wizard mage|
🧟 zombie|
🏃 running|
💃 dancing woman|
🕺 dancing man|
🧘 yoga lotus|
🐶 dog|
🐱 cat|
🐭 mouse|
🐰 rabbit bunny|
🦊 fox|
🐻 bear|
🐼 panda|
🐨 koala|
🐯 tiger|
🦁 lion|
🐮 cow|
🐷 pig|
🐸 frog|
🐵 monkey|
🐔 chicken|
🐧 penguin|
🐦 bird|
🦆 duck|
🦉 owl|
🐺 wolf|
🐴 horse|
🦄 unicorn|
🐝 bee|
🐛 bug caterpillar|
🦋 butterfly|
🐌 snail slow|
🐞 ladybug|
🐢 turtle slow|
🐍 snake python|
🦖 dinosaur t-rex|
🐙 octopus|
🦀 crab rust|
🐟 fish|
🐬 dolphin|
🐳 whale docker|
🌵 cactus|
🌲 tree evergreen|
🌱 seedling sprout|
🌹 rose flower|
🌻 sunflower|
🌍 globe earth world|
🌙 moon|
⭐ star|
🌟 glowing star|
⚡ lightning electric zap|
☀️ sun sunny|
🌈 rainbow|
☁️ cloud|
❄️ snowflake cold|
☔ umbrella rain|
🌊 wave water|
🍏 green apple|
🍎 red apple|
🍌 banana|
🍉 watermelon|
🍇 grapes|
🍓 strawberry|
🍒 cherries|
🍑 peach|
🍍 pineapple|
🥑 avocado|
🍅 tomato|
🌶️ hot pepper spicy|
🥕 carrot|
🍞 bread|
🧀 cheese|
🥚 egg|
🥓 bacon|
🍔 burger hamburger|
🍟 fries|
🍕 pizza|
🌭 hot dog|
🌮 taco|
🍣 sushi|
🍜 ramen noodles soup|
🍦 ice cream|
🍩 donut|
🍪 cookie|
🎂 birthday cake|
🍰 cake|
🍫 chocolate|
🍿 popcorn|
☕ coffee hot drink|
🍵 tea|
🍺 beer|
🍻 beers cheers|
🥂 champagne toast cheers|
🍷 wine|
🍸 cocktail|
⚽ soccer football|
🏀 basketball|
🎾 tennis|
🏆 trophy win|
🥇 gold medal first|
🥈 silver medal second|
🥉 bronze medal third|
🎯 bullseye target direct hit|
🎮 video game|
🎲 die dice game|
🧩 puzzle piece|
🎨 art palette paint|
🎭 theater masks|
🎤 microphone sing|
🎧 headphones music|
🎸 guitar|
🎹 piano keyboard|
🎵 music note|
🎬 clapper film movie|
🚗 car|
🚲 bicycle bike|
🚂 train|
✈️ airplane flight|
🚢 ship|
🏠 house home|
🏢 office building|
🏖️ beach vacation|
⛰️ mountain|
🏕️ camping tent|
⏰ alarm clock time|
⌛ hourglass wait|
📅 calendar date|
📌 pushpin pin|
📎 paperclip|
✏️ pencil|
📝 memo note|
📖 book read|
📚 books library|
💡 light bulb idea|
🔍 magnifying glass search|
🔒 locked lock|
🔑 key|
🔧 wrench fix|
🔨 hammer build|
⚙️ gear settings|
🧪 test tube experiment|
💻 laptop computer|
📱 phone mobile|
🖨️ printer|
📷 camera photo|
📺 television|
🔋 battery|
💾 floppy disk save|
💰 money bag|
💎 gem diamond|
🎁 gift present|
🎈 balloon|
🔔 bell notification|
📣 megaphone announce|
💬 speech bubble chat|
💭 thought bubble|
❓ question mark|
❗ exclamation mark|
⚠️ warning|
🚫 prohibited forbidden|
♻️ recycling|
➕ plus add|
➖ minus|
🆗 ok|
🆕 new|
🔴 red circle|
🟠 orange circle|
🟡 yellow circle|
🟢 green circle|
🔵 blue circle|
🏁 checkered flag finish|
🚩 red flag|
🏳️‍🌈 rainbow flag pride`
  .split('|\n')
  .map((line) => ({ emoji: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }));

/** The emojis that each of the words begins a name of, in any case; all of them for no word. An emoji itself finds itself. */
export function emojisNamed(sought: string): readonly Emoji[] {
  const words = sought
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return emojis.filter(({ emoji, name }) => {
    const names = name.split(' ');
    return words.every((word) => word === emoji || names.some((each) => each.startsWith(word)));
  });
}

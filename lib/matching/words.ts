/** Words that carry grammar, and a light English stem. */
export const stopWords = new Set(
  (
    "a an and are as at be been but by can do does for from had has have having how i if in into is it its my me of on or our so " +
    "such than that the their them then there these they this those to up us was we well were what when where which while who " +
    "will with within you your about across after all also am any both each etc every more most must not other over per some very " +
    "via would should could s t re ve ll he she him her his hers himself herself"
  ).split(" "),
);
/** Han characters that carry grammar, of written Chinese and of Cantonese. */
export const stopHan = new Set(
  "的了和与或及等在是有个为以于对并将可能嘅喺咗同啲系唔我你他她它们哋这那之其而被把从到由向也都就很还又会要应需须",
);

/** Titles that tell a sex, as pairs with the word that does not. */
const neutralPairs = (
  "chairman:chair chairwoman:chair chairlady:chair chairperson:chair salesman:salesperson saleswoman:salesperson " +
  "spokesman:spokesperson spokeswoman:spokesperson foreman:foreperson forewoman:foreperson businessman:businessperson " +
  "businesswoman:businessperson craftsman:craftsperson craftswoman:craftsperson draftsman:drafter draughtsman:drafter " +
  "draughtswoman:drafter cameraman:cameraperson camerawoman:cameraperson sportsman:sportsperson sportswoman:sportsperson " +
  "actress:actor waitress:waiter stewardess:steward hostess:host manageress:manager headmistress:headteacher " +
  "headmaster:headteacher heroine:hero fisherwoman:fisher fisherman:fisher policewoman:policeman alumna:alumnus"
).split(" ");
const neutral = new Map(neutralPairs.map((pair) => pair.split(":") as [string, string]));

/** A word without what it tells of a person's sex. */
export const neutralWord = (word: string): string => neutral.get(word) ?? word;

const vowel = /[aeiouy]/;

/** A light English stem: plurals, -ing, -ed, and the commonest noun endings; never shorter than three letters. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let w = neutralWord(word);
  if (w.endsWith("ies") && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(ss|sh|ch|x|z)es$/.test(w)) w = w.slice(0, -2);
  else if (w.endsWith("s") && !/(ss|us|is)$/.test(w)) w = w.slice(0, -1);
  for (const ending of ["ing", "ed"]) {
    const base = w.slice(0, -ending.length);
    if (w.endsWith(ending) && base.length >= 3 && vowel.test(base)) {
      w = /(.)\1$/.test(base) && !/(ll|ss|zz)$/.test(base) ? base.slice(0, -1) : base;
      break;
    }
  }
  if (w.length > 4 && w.endsWith("e")) w = w.slice(0, -1);
  if (w.length > 4 && w.endsWith("y")) w = `${w.slice(0, -1)}i`;
  return w;
}

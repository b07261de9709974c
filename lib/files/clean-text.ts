/**
 * CJK radicals that PDF makers write in place of the character that looks the same, where Unicode has no
 * compatibility mapping (U+2F00–2FDF have one).
 */
const radicals =
  "⺁厂⺅亻⺈勹⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺚旡⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺴冈⺵羊⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟";
const radicalMap = new Map(Array.from(radicals.matchAll(/(.)(.)/gu), (pair) => [pair[1], pair[2]] as const));

/** The same words in ordinary characters and line ends, without control characters or more than one empty line. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, "\n")
    .replace(/[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g, (character) => character.normalize("NFKC"))
    .replace(/[\u2e80-\u2eff]/g, (character) => radicalMap.get(character) ?? character)
    .replace(/^[\uf000-\uf0ff][ \t]*/gm, "• ")
    .replace(/[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc\uf000-\uf0ff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/[ \u00a0\u2000-\u200a\u202f]+/g, " ")
    .replace(/ *\t[ \t]*/g, "\t")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .normalize("NFC")
    .trim();
}

/** Letters, digits and characters; marks and white space do not make a text. */
export function countVisible(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

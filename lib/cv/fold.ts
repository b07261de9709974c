/**
 * Traditional and simplified forms of the characters that this room's own words use (headings, labels, job titles,
 * surnames). Not a converter for texts: a test checks that no word here lacks its traditional form.
 */
const pairs =
  "雙双對对" +
  "乾干亞亚侷局係系個个倖幸倫伦備备傢家僱雇價价優优儲储內内別别創创劉刘動动務务勞劳勢势勵励區区協协厤历厲厉吳吴呂吕員员問问喪丧喬乔單单噹当嚮向嚴严囌苏國国園园團团" +
  "埰采執执場场壯壮壽寿夥伙奬奖婁娄孫孙學学宮宫寀采實实寧宁專专導导屆届屬属島岛崗岗嵗岁嶽岳師师帳帐幹干廈厦廠厂廣广廳厅張张強强彆别彿佛後后從从徵征愛爱慶庆慼戚憑凭" +
  "應应懞蒙懷怀戶户採采擔担敎教於于時时暢畅曆历曏向書书會会朮术東东枱台棧栈棲栖楊杨業业榦干榮荣構构樂乐樑梁標标機机檯台欒栾歐欧歲岁歷历況况淩凌湯汤溝沟溫温滿满漢汉" +
  "濛蒙濟济濰潍濱滨瀋沈烏乌煙烟爾尔狀状獎奖獲获現现畢毕異异當当發发監监盧卢眾众矇蒙硃朱碩硕碼码礎础祕秘祿禄稱称穀谷穫获竇窦箇个範范簡简粵粤糰团紀纪納纳級级紹绍終终" +
  "組组結结絡络統统經经編编練练總总績绩繆缪繫系羅罗羣群義义習习聞闻聯联聶聂職职脩修腦脑臺台與与興兴莊庄華华菸烟萊莱萬万葉叶蓆席蔔卜蔣蒋蕭萧薑姜薦荐藍蓝藝艺藺蔺蘇苏" +
  "處处號号衆众術术衚胡衛卫衞卫製制覈核視视計计訊讯訓训託托記记設设許许診诊証证評评詢询試试話话誌志語语課课談谈論论諮咨諸诸講讲謝谢證证譚谭譯译護护譽誉貝贝負负貢贡" +
  "貫贯責责費费賀贺賁贲資资賈贾質质賬账賴赖購购趙赵踐践車车軟软輪轮輯辑農农迴回連连週周進进遊游運运遠远邊边郵邮鄉乡鄒邹鄔邬鄧邓鄭郑鄺邝醫医鈕钮鈡钟銀银錢钱錶表鍾钟" +
  "鐘钟長长門门開开間间閔闵閤合閻阎闕阙關关陰阴陳陈陸陆陽阳隊队離离雲云電电鞏巩鞦秋韋韦韓韩項项預预領领頭头顏颜顔颜願愿顧顾颱台餘余馬马馮冯駱骆驗验體体髮发鬆松鬍胡" +
  "鬱郁魯鲁鮑鲍鮮鲜鳳凤鹹咸麥麦麪面麫面麯曲麴曲麵面黃黄點点黨党齊齐齡龄齣出龍龙龐庞龔龚";
const simplified = new Map(
  Array.from(pairs.matchAll(/(.)(.)/gu), (pair) => [pair[1] ?? "", pair[2] ?? ""] as const),
);

/** The text in half-width letters, plain dashes and simplified script, of exactly the same length: offsets stay valid. */
export function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f\u205f]/g, " ")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-")
    .replace(/[\u301c\u223c\u02dc]/g, "~")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u4e00-\u9fff]/g, (character) => simplified.get(character) ?? character);
}

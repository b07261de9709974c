/**
 * Wordings that ask for a trait which has nothing to do with the work. They are compared with text in simplified, lower-case,
 * half-width form, so that one pattern reads both Chinese scripts. Each asks for the requirement ("优先", "only", "须为"),
 * not for the trait's name alone: 女装, a male connector and a study of people over 60 are work.
 */
export const CATEGORIES = [
  "sex",
  "age",
  "marital",
  "appearance",
  "origin",
  "ethnicity",
  "religion",
  "health",
  "politics",
] as const;
export type Category = (typeof CATEGORIES)[number];

const PREFER =
  "(?:者|人士|人员|候选人|应聘者|求职者|申请人|员工)?(?:优先|为佳|更佳|尤佳|最佳|佳|为宜|优先考虑)";
const AWAY =
  "(?:者|人士)?(?:勿扰|免谈|勿投|慎投|不要|不招|不收|不录用|不考虑|谢绝|除外|不予录用|请勿|勿应聘)";
const MUST =
  "(?:仅限|只限|限定|(?<![不无极有期受权])限|只招|仅招|只要|只收|只考虑|须|需|必须|应|要求|务必)(?:招|收|聘)?(?:为|是)?";
const REFUSE = "(?:不招|不要|不收|不录用|不考虑|拒收|拒绝|谢绝)";
// who the product or the study is for, not who does the work
const SUBJECTS =
  "(?:用户|人群|儿童|老人|老年|患者|病人|受试|婴|幼|消费|青少年|居民|客户|群体|乘客|孩|未成年|人口|长者|市场|志愿者|顾客|游客|学员)";
const NOT_SUBJECT = `(?![^,。;.]{0,8}${SUBJECTS})`;
const NOT_FOR = "(?<!(?:面向|针对|适用于|覆盖|服务于|关于)[^,。;.]{0,8})";
const GOODS =
  "(?![\\u4e00-\\u9fff]{0,2}(?:装|鞋|款|用品|服饰|服装|内衣|护肤|化妆|香水|用户|消费|患者|客户|市场|健康|不育|激素|厕|浴|科|声|校|足|篮|排|爵|权|主角))";
const SEX = "(?:男|女)(?:性|士|仕|生|孩|员工|职工|同志|工)?";
const AGE_ZH = "(?:[2-6]\\d|[二三四五六]十[一二三四五六七八九]?)\\s*(?:周岁|岁)";
const EN_SUBJECTS =
  "(?:patients?|users?|subjects?|children|consumers?|customers?|adults?|people|participants?|population|volunteers?|cohorts?|residents?|seniors|elderly|households?|whisky|whiskey|wines?|barrels?|casks?|spirits?|brandy|cheese|trees?|vines?|samples?|specimens?|concrete)";
const NOT_EN_SUBJECT_BEFORE = `(?<!\\b${EN_SUBJECTS}\\b[^,.;]{0,16})`;
const NOT_EN_SUBJECT_AFTER = `(?![^,.;]{0,16}\\b${EN_SUBJECTS}\\b)`;
const EN_PERSON =
  "(?:candidates?|applicants?|staff|employees?|workers?|graduates?|secretar(?:y|ies)|assistants?|drivers?|persons?)";
const EN_MUST = "\\b(?:must|should|shall|has to|have to|need to|needs to)\\s+be\\s+(?:an?\\s+)?";
const CONNECTOR =
  "(?!\\s+(?:connectors?|threads?|threaded|plugs?|sockets?|fittings?|ends?|parts?|mou?lds?|dies?|pipes?|couplings?|terminals?|pins?|headers?|adapt[eo]rs?|patients?|users?|consumers?|customers?|fashion|wear|clothing|subjects?|volunteers?|rats?|mice|animals?|hormones?|fertility|infertility|health|voices?|flowers?|plants?|fish))";

const PATTERNS: Record<Category, string[]> = {
  sex: [
    "^\\s*(?:男|女)(?:性|士|仕|生)?\\s*$",
    `${MUST}${SEX}${GOODS}(?![/、和或]\\s*[男女]|女不限|女均可|女皆可|女各)`,
    `(?<![不])${REFUSE}${SEX}${GOODS}`,
    `${SEX}${PREFER}`,
    `${SEX}(?:一律)?${AWAY}`,
    "性别\\s*(?:要求)?\\s*[:为限须]\\s*(?:男|女)(?!\\s*[/、和或女男|])",
    "适合(?:男|女)(?:性|士|生|孩)(?:从事|应聘|工作|担任|求职|$|[,。;])",
    "(?:招聘|诚聘|急聘|诚招|急招|招)\\s*(?:\\d+\\s*名?|[一二两三四五六七八九十]\\s*名)?\\s*(?:男|女)(?:性|士|生|工|员工|秘书|助理|文员|司机|工程师|技术员|销售|服务员|船员)(?![\\u4e00-\\u9fff]{0,2}(?:装|用品))",
    "(?:^|[(,;。、\\s:])(?:男|女)性?[,、;]\\s*[2-6]\\d",
    `\\b(?:fe)?males?\\s+(?:only|preferred|${EN_PERSON}|engineers?)\\b(?!\\s+(?:are\\s+|is\\s+)?(?:also\\s+)?(?:encouraged|welcome))`,
    "(?<!not )\\b(?:men|women|ladies|gentlemen|lady|girls?|boys?)\\s+(?:only|preferred)\\b",
    `${EN_MUST}(?:fe)?males?\\b${CONNECTOR}(?!\\s+or\\s+(?:fe)?male)`,
    `${EN_MUST}(?:man|woman|lady|gentleman)\\b`,
    `\\b(?:preferabl[ey]|prefer|preference (?:for|given to|to)|only|seeking|hiring|looking for|wanted:?|recruiting)\\s+(?:an?\\s+|young\\s+)*(?:fe)?males?\\b${CONNECTOR}(?!\\s+(?:and|or)\\s+(?:fe)?male)`,
    "\\b(?:sex|gender)\\s*[:=]\\s*(?:fe)?males?\\b(?!\\s*(?:\\/|or\\b|and\\b|,))",
    "\\bno\\s+(?:(?:wo)?men|females?|ladies)\\b(?!['’])",
  ],
  age: [
    `${NOT_FOR}${AGE_ZH}\\s*(?:\\(含\\)|含)?(?:或|及|和)?\\s*(?:以下|以内|之内|之下|封顶)${NOT_SUBJECT}`,
    `${NOT_FOR}${AGE_ZH}\\s*(?:或|及|和)?\\s*以上(?:${AWAY}|[^\\u4e00-\\u9fff]|$|的?(?:男|女|人士|人员|候选人|优先))${NOT_SUBJECT}`,
    `${NOT_FOR}年(?:龄|纪)\\s*(?:要求|限制|范围|上限|条件)?\\s*:?\\s*(?:在|须|应|需|为|是|不超过|不得超过|不大于|小于|低于|不高于|约|一般|限)*\\s*(?!18\\s*(?:周岁|岁)?(?:以上|及以上|或以上))(?:[1-6]\\d|[二三四五六]十)${NOT_SUBJECT}`,
    `${NOT_FOR}(?:不超过|不大于|不得超过|低于|小于|不高于|限|未满|不满)\\s*${AGE_ZH}${NOT_SUBJECT}`,
    `${NOT_FOR}(?:[1-6]\\d)\\s*(?:周岁|岁)?\\s*(?:[-–—~]|至|到)\\s*${AGE_ZH}${NOT_SUBJECT}`,
    `(?:限|要求|须)?(?:[5-9]\\d|0\\d)后(?:${PREFER}|男|女)`,
    "(?:限|只招)(?:[5-9]\\d|0\\d)后",
    "(?:19|20)\\d\\d年\\s*(?:\\d+月\\s*(?:\\d+日\\s*)?)?(?:以后|之后|后)出生",
    `年轻(?:人|女性|男性|者)?${PREFER}`,
    `${EN_MUST}(?:under|below|younger than|not over|no older than|between)\\s+(?:the age of\\s+)?[1-6]\\d\\b(?!\\s*(?:knots?|d?b|hz|mpa|%|mm|cm|m\\b|km|kg|days?|minutes?|hours?|seconds?|degrees?|°|and\\s+\\d+\\s*(?:mm|cm|m\\b|kg|%|°|degrees?|knots?|mpa)))`,
    `\\b(?:candidates?|applicants?|engineers?|graduates?|staff|talents?|persons?|preferably|prefer(?:red)?|ideally|aged?|age limit:?)\\s*(?:is|are|who are)?\\s*(?:under|below|younger than|not over|no older than|not older than|up to)\\s+(?:the age of\\s+)?[2-6]\\d\\b(?!\\s*(?:knots?|d?b|hz|mpa|%|mm|cm|m\\b|km|kg|days?|minutes?|hours?|seconds?|degrees?|°))${NOT_EN_SUBJECT_AFTER}`,
    "^\\s*(?:under|below)\\s+[2-6]\\d\\s*$",
    `${NOT_EN_SUBJECT_BEFORE}\\b(?:under|below|younger than|not over|no older than|not older than|over|above|older than)\\s+(?:the age of\\s+[2-6]\\d|[2-6]\\d\\s*(?:years? old|years? of age|yrs? old|y\\/o))${NOT_EN_SUBJECT_AFTER}`,
    `${NOT_EN_SUBJECT_BEFORE}\\bage[ds]?\\s*(?:limit|range|requirements?|group)?\\s*(?::|=|between|of|from|is|under|below|up to|not over|not exceeding)?\\s*[2-6]\\d\\b(?!\\s*(?:months?|days?|weeks?|hours?))${NOT_EN_SUBJECT_AFTER}`,
    `${NOT_EN_SUBJECT_BEFORE}\\b[2-6]\\d\\s*(?:[-–—]|to)\\s*[2-6]\\d\\s*(?:years? old|years? of age|yrs? old|y\\/o)${NOT_EN_SUBJECT_AFTER}`,
    `\\byoung(?:er)?\\s+(?:${EN_PERSON}|ladies|lady|girls?|men|man|women|woman|males?|females?)\\b(?!\\s+(?:programme|program|award|fund|scheme))`,
    "\\b(?:young|younger|youth)\\s+(?:preferred|only)\\b",
    `${EN_MUST}young\\b`,
  ],
  marital: [
    "^\\s*(?:已婚|未婚|单身|已育|未育|married|unmarried)\\s*$",
    "\\bunmarried\\s+(?:women|men|woman|man|females?|males?|ladies|lady)\\b",
    `(?:已婚|未婚|单身|已育|未育)(?:已育|未育)?(?:女性|男性|女士|男士)?${PREFER}`,
    `(?:已婚|未婚|单身|已育|未育|孕妇|怀孕)(?:女性|男性|女士)?${AWAY}`,
    `${MUST}(?:已婚|未婚|单身(?!公寓|宿舍)|已育|未育)(?!\\s*[/、或和]\\s*(?:已|未)婚)`,
    `${REFUSE}(?:已婚|未婚|单身|已育|未育|孕)`,
    "(?:已婚已育|未婚未育|已婚未育)(?!\\s*[/、)]?\\s*(?:字段|数据|标签|分类|人群|群体|等|样本))",
    "(?:\\d|[一二两三四五])年内?(?:之内)?(?:不得|不能|不会|不打算|不|无|没有)(?:结婚|怀孕|生育|要孩子|生小孩|生孩子|婚育|备孕|生育计划|怀孕计划)",
    "(?:无|没有)(?:生育|怀孕|结婚|婚育|二胎|三胎|备孕)(?:计划|打算|意愿)",
    "(?:无|没有)家庭(?:负担|拖累|牵绊)",
    "婚(?:姻|育)(?:状况|情况|状态)?\\s*(?:要求)?\\s*[:为]\\s*(?:已婚|未婚|单身|已育|未育)(?!\\s*[/、或和|])",
    "(?:注明|填写|说明|告知|提供|写明)[^,。;]{0,8}婚(?:姻|育)(?:状|情)",
    "(?:入职|体检)[^,。;]{0,6}孕检|未怀孕|非孕期",
    `${EN_MUST}(?:un)?married\\b`,
    `${EN_MUST}single\\b(?!\\s*[-a-z])`,
    "\\b(?:single|unmarried|married)\\s+(?:only|preferred|status\\s+(?:required|preferred))\\b",
    `\\b(?:unmarried|married|divorced)\\s+${EN_PERSON}\\b`,
    "(?<!\\b(?:a|one|each|every|per|any) )\\bsingle\\s+(?:applicants|candidates|men|women|females?|males?|ladies|lady)\\b",
    "\\bmarital status\\s*[:=]\\s*(?:single|married|unmarried)\\b(?!\\s*(?:\\/|or\\b|,))",
    "\\bno\\s+(?:plans?|intention)\\s+(?:to|for|of)\\s+(?:have|having|marry|marriage|get married|pregnan\\w+|children|start(?:ing)? a family)",
    "\\b(?:not|non)[- ]pregnant\\b|\\bno pregnan(?:t|cy)\\b|\\bchildless\\b",
    "\\b(?:without|no)\\s+(?:young\\s+)?(?:children|kids|family (?:commitments?|burdens?|responsibilities|obligations?))\\b(?!\\s+(?:process|nodes?|elements?|users?))",
  ],
  appearance: [
    "^\\s*(?:good[- ]looking|attractive|tall|slim)\\s*$",
    "(?:五官|相貌|样貌|外貌|容貌)\\s*(?:端正|姣好|娟好|佳|出众|较好)",
    "(?<!品牌|企业|公司|产品|城市|社会|国际|对外|媒体|市场)形象\\s*(?:气质)?\\s*(?:好|佳|靓丽|端正|出众|俱佳|突出)(?!感|度)",
    "气质\\s*(?:佳|好|优雅|出众|俱佳)|颜值(?:高|出众|要求|优先)|貌美|靓女|靓仔|美女优先|帅哥优先",
    "外形\\s*(?:佳|靓丽|出众|姣好)(?![的]?(?:产品|设计))|身材\\s*(?:好|匀称|高挑|苗条|标准)",
    `(?<!儿童|患者|乘客|用户|学生)身高\\s*(?:要求|须|需|应|在|不低于|不得低于|不少于|约|达|达到|满)*\\s*:?\\s*(?:1\\s*[.米]\\s*\\d|1[4-9]\\d)(?![^,。;]{0,8}${SUBJECTS})`,
    "1[4-9]\\d\\s*(?:cm|厘米|公分)\\s*(?:或|及)?以上(?:身高|的?(?:男|女)|$)",
    "体重\\s*(?:要求|须|需|应|不超过|不得超过|低于|控制在)+\\s*\\d",
    "\\b(?:attractive|pleasant|beautiful|good|presentable|pleasing)\\s+(?:physical\\s+)?(?:appearance|looks)\\b",
    `\\b(?:good[- ]looking|attractive|beautiful|pretty|handsome|slim)\\s+(?:${EN_PERSON}|lady|ladies|girls?|females?|males?|woman|women|man|men)\\b`,
    `${EN_MUST}(?:good[- ]looking|attractive|beautiful|pretty|handsome|slim)\\b`,
    "(?<!\\b(?:tanks?|towers?|walls?|fences?|racks?|trees?|vines?|piles?|masts?)\\b[^,.;]{0,24})\\b(?:at least|min(?:imum)?|over|above|not shorter than)\\s+(?:1[4-9]\\d\\s*cm|1\\.[4-9]\\d?\\s*m(?:et(?:re|er)s?)?)\\s+(?:tall|in height)\\b",
    "\\b(?:candidates?|applicants?|body|personal)['’]?s?\\s+height\\s*(?::|of|at least|above|over)",
  ],
  origin: [
    `(?:本地|本市|本省|本县|当地|烟台|山东|胶东|青岛|威海)(?:人士?|户口|户籍|籍|居民|生源)(?:(?=[^\\u4e00-\\u9fff]|者?优先|为佳|佳|尤佳))?${PREFER}`,
    `${MUST}(?:具有|有|持有?)?(?:本地|本市|本省|本县|当地|烟台|烟台市|山东|山东省|胶东|青岛|威海|城镇|城市|农村)(?:人(?!才|工|力|员|脸|口|机|体)|户口|户籍|籍(?!贯)|生源)`,
    `(?:外地人?|外省人?|外来人口|[\\u4e00-\\u9fff]{2}籍人?|(?:河南|东北|新疆|西藏|安徽|四川|湖北|福建)人)${AWAY}`,
    `${REFUSE}(?:外地|外省|(?:河南|东北|新疆|西藏|安徽|四川|湖北|福建)人|农村户)`,
    "(?:户籍|户口|籍贯)\\s*(?:要求|限制|限定|限)\\s*:?\\s*(?!不|无|没)[\\u4e00-\\u9fff]",
    "\\b(?:locals?|local people|local residents?|natives?)\\s+(?:only|preferred)\\b",
    "\\b(?:local|yantai|shandong|urban|mainland)\\s+(?:hukou|household registration)\\b|\\bhukou\\s+(?:is\\s+)?(?:required|preferred|holders?\\s+only)",
    "\\bno\\s+(?:outsiders|non-locals)\\b",
  ],
  ethnicity: [
    `${MUST}(?:汉族|少数民族|回族|满族|维吾尔族|维族|藏族|蒙古族|华人|华裔|白人|欧美人|亚裔)(?!医|药|地区|文化|语言|语)`,
    `(?:汉族|华人|华裔|白人|欧美人|欧美面孔|亚裔|白种人)${PREFER}`,
    `(?:少数民族|维吾尔族|维族|藏族|回族|外国人|外籍人士|黑人|南亚裔|印巴裔|非华裔)${AWAY}`,
    `${REFUSE}(?:少数民族|维吾尔族|维族|藏族|回族|黑人|南亚裔|印巴裔|非华裔)`,
    "民族\\s*(?:要求)?\\s*[:为]\\s*汉",
    "\\b(?:ethnic chinese|han chinese|caucasians?|white (?:people|persons?|candidates?|applicants?)|westerners?)\\s+(?:only|preferred)\\b",
    `${EN_MUST}(?:ethnic(?:ally)?\\s+\\w+|caucasian|han chinese|of chinese descent)\\b`,
    "\\bno\\s+(?:blacks?|indians?|pakistanis?|south asians?|foreigners|filipin[oa]s?|ethnic minorities|uyghurs?|tibetans?)\\b",
    "\\b(?:race|ethnicity|ethnic group)\\s*[:=]\\s*(?:chinese|han|caucasian|white|asian)",
  ],
  religion: [
    "(?:无|没有|不得有|不能有|不信)宗教(?:信仰)?(?!场所|色彩|建筑|内容)",
    `(?:基督徒|佛教徒|天主教徒|穆斯林|教徒|信教者?|有宗教信仰者?|无神论者)(?:${PREFER}|${AWAY})`,
    `${MUST}(?:基督徒|佛教徒|天主教徒|穆斯林|无神论者)`,
    `${REFUSE}(?:信教|教徒|穆斯林|有宗教信仰)`,
    "宗教信仰\\s*(?:要求)?\\s*[:为]\\s*(?:无|佛|基督|天主|伊斯兰|道)",
    "\\b(?:christians?|catholics?|protestants?|buddhists?|muslims?|hindus?|atheists?)\\s+(?:only|preferred|candidates?|applicants?)\\b",
    `${EN_MUST}(?:practi[sc]ing\\s+)?(?:christian|catholic|protestant|buddhist|muslim|hindu|atheist)\\b`,
    "\\bno\\s+(?:muslims?|christians?|hindus?|buddhists?|religious (?:beliefs?|people|persons?|affiliations?))\\b|\\bwithout (?:any )?religious beliefs?\\b",
  ],
  health: [
    "(?:无|没有|不得有|不能有|未患|非)\\s*(?:有|患)?(?:乙肝|乙型肝炎|hbv|艾滋病?|hiv|大小三阳|大三阳|小三阳)(?!病毒载量|疫苗|相关)",
    "(?:乙肝|乙型肝炎|hbsag|hbv|两对半)\\s*(?:五项|两对半|表面抗原|病毒)?\\s*(?:检查|检测)?\\s*(?:须|需|必须|应)?(?:为|呈)?\\s*阴性(?!的?(?:患者|样本|受试|人群|血清|血浆|对照|小鼠|标本))",
    `(?:乙肝|乙型肝炎|hbv|hiv|艾滋病?)\\s*(?:病毒)?\\s*(?:病人|患者|携带者?|带菌者?|感染者)${AWAY}`,
    `${REFUSE}(?:乙肝|乙型肝炎|hbv|hiv|艾滋|残疾|残障|病史)`,
    "(?:入职|体检)[^,。;]{0,8}(?:乙肝|两对半|hbv|hiv)",
    `(?:残疾人?|残障人士?|有病史者?|抑郁症(?:患者)?|精神病(?:患者)?)${AWAY}`,
    "(?:身体|肢体|四肢)\\s*(?:无|没有)\\s*(?:残疾|残障|缺陷)|四肢健全|(?<!零件|产品|表面|焊缝)(?:无|没有|非)(?:残疾|残障)|无(?:精神|抑郁)[^,。;]{0,4}病史",
    "(?<!\\b(?:plasma|blood|samples?|serum|cells?|donors?|products?)\\b[^,.;]{0,20})\\b(?:no|without(?: any)?|free (?:from|of))\\s+(?:any\\s+)?(?:disabilit(?:y|ies)|handicaps?|hepatitis b|hbv|hiv|history of mental|mental (?:illness|disorders?))\\b",
    "\\bable[- ]bodied\\b|\\bnot disabled\\b",
    "\\b(?:hepatitis b|hbv|hiv|hbsag)\\s+(?:carriers?|positive(?:\\s+\\w+)?)\\s+(?:need not|not|excluded|will not|cannot)",
    "\\b(?:must|should)\\s+(?:be|test)\\s+(?:hepatitis b|hbsag|hbv|hiv)[- ]negative\\b",
  ],
  politics: [
    `(?:中共)?(?:正式|预备)?党员(?:身份)?${PREFER}`,
    `${MUST}(?:中共)?(?:正式|预备)?(?:党员|共青团员|团员|群众)(?!教育|管理|服务|活动|平台)`,
    `(?:共青团员|民主党派|群众)${PREFER}`,
    "政治面貌\\s*(?:要求|须|需|应)?\\s*[:为是限]?\\s*(?:为|是)?\\s*(?:中共)?(?:党员|共青团员|团员|群众)(?!\\s*[/、])",
    "\\b(?:communist\\s+)?party\\s+members?(?:hip)?\\s+(?:only|preferred|required)\\b",
    "\\b(?:cpc|ccp)\\s+members?(?:hip)?\\s+(?:only|preferred|required)\\b",
    `${EN_MUST}(?:cpc|ccp|communist party|party)\\s+members?\\b`,
    "\\bpolitical (?:affiliation|status)\\s*[:=]\\s*\\w+",
  ],
};

export const COMPILED: readonly (readonly [Category, readonly RegExp[]])[] = CATEGORIES.map((category) => [
  category,
  PATTERNS[category].map((source) => new RegExp(source, "gmu")),
]);

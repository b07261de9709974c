/**
 * Words that Hong Kong and the mainland say differently, already folded to simplified characters: `[Hong Kong, mainland]`.
 * Only pairs that mean the same in working life; where one side is ambiguous the pair stays out.
 */
export const regionalWords: readonly (readonly [string, string])[] = [
  ["资讯科技", "信息技术"],
  ["资讯系统", "信息系统"],
  ["资讯保安", "信息安全"],
  ["资讯安全", "信息安全"],
  ["资讯", "信息"],
  ["软体", "软件"],
  ["硬体", "硬件"],
  ["韧体", "固件"],
  ["数码", "数字"],
  ["数位", "数字"],
  ["资料库", "数据库"],
  ["资料科学", "数据科学"],
  ["资料分析", "数据分析"],
  ["程式设计", "程序设计"],
  ["程式", "程序"],
  ["电脑", "计算机"],
  ["网络保安", "网络安全"],
  ["网路", "网络"],
  ["伺服器", "服务器"],
  ["记忆体", "内存"],
  ["硬碟", "硬盘"],
  ["晶片", "芯片"],
  ["矽", "硅"],
  ["机械人", "机器人"],
  ["机械学习", "机器学习"],
  ["影像处理", "图像处理"],
  ["影像识别", "图像识别"],
  ["影像", "图像"],
  ["演算法", "算法"],
  ["点云对位", "点云配准"],
  ["云端", "云"],
  ["应用程式", "应用程序"],
  ["介面", "界面"],
  ["离岸风电", "海上风电"],
  ["离岸风场", "海上风场"],
  ["离岸风力", "海上风力"],
  ["离岸结构", "海上结构"],
  ["离岸工程", "海上工程"],
  ["离岸平台", "海上平台"],
  ["离岸基础", "海上基础"],
  ["风力发电机", "风机"],
  ["风电机组", "风机"],
  ["风力涡轮", "风机"],
  ["风力发电场", "风场"],
  ["风电场", "风场"],
  ["繫泊", "系泊"],
  ["有限元素", "有限元"],
  ["烧焊", "焊接"],
  ["电焊", "焊接"],
  ["马达", "电机"],
  ["摩打", "电机"],
  ["摩托", "电机"],
  ["引擎", "发动机"],
  ["电掣", "开关"],
  ["冷气", "空调"],
  ["升降机", "电梯"],
  ["吊机", "起重机"],
  ["天秤", "塔式起重机"],
  ["货柜码头", "集装箱码头"],
  ["货柜", "集装箱"],
  ["无人拖车", "无人集卡"],
  ["巴士", "客车"],
  ["的士", "出租车"],
  ["私家车", "乘用车"],
  ["电单车", "摩托车"],
  ["单车", "自行车"],
  ["飞机维修", "航空器维修"],
  ["地盘", "工地"],
  ["承办商", "承包商"],
  ["判头", "分包商"],
  ["则师", "建筑师"],
  ["工料测量", "工程造价"],
  ["屋宇装备", "建筑设备"],
  ["楼宇", "建筑"],
  ["质素", "质量"],
  ["品质", "质量"],
  ["品管", "质量管理"],
  ["品检", "质检"],
  ["化验", "检验"],
  ["制程", "工艺"],
  ["专案", "项目"],
  ["生物科技", "生物技术"],
  ["无尘室", "洁净室"],
  ["洁净厂房", "洁净室"],
  ["药剂师", "药师"],
  ["药剂学", "药学"],
  ["首次公开招股", "首次公开募股"],
  ["首次公开发售", "首次公开募股"],
  ["财务汇报", "财务报告"],
  ["对冲", "套期保值"],
  ["外汇对冲", "外汇套期保值"],
  ["讼务律师", "大律师"],
  ["律师行", "律师事务所"],
  ["会计师行", "会计师事务所"],
  ["合约", "合同"],
  ["收购合并", "并购"],
  ["收购及合并", "并购"],
  ["私隐", "隐私"],
  ["个人资料", "个人信息"],
  ["清关", "通关"],
  ["雪柜", "冰箱"],
  ["冻房", "冷库"],
  ["冷冻仓", "冷库"],
  ["冷藏仓", "冷库"],
  ["凤梨", "菠萝"],
  ["饮食业", "餐饮业"],
  ["酒楼", "餐厅"],
  ["短片", "短视频"],
  ["剪片", "视频剪辑"],
  ["拍片", "视频拍摄"],
  ["市场推广", "市场营销"],
  ["暑期工", "暑期实习"],
  ["广东话", "粤语"],
  ["永续", "可持续"],
  ["锂离子电池", "锂电池"],
  ["电动车", "电动汽车"],
  ["太阳能", "光伏"],
  ["奈米", "纳米"],
  ["雷射", "激光"],
  ["镭射", "激光"],
  ["感测器", "传感器"],
  ["感应器", "传感器"],
  ["线上", "在线"],
];

/** Trades before which a person's sex is sometimes told: 女工程师, 男护士长. */
const trades = (
  "工程师 护士长 护士 护理员 教师 老师 教授 讲师 医生 医师 律师 法官 会计师 审计师 建筑师 设计师 分析师 经理 主管 主任 总监 " +
  "司机 船长 船员 海员 机师 技师 技工 技术员 研究员 科学家 博士后 博士 硕士 毕业生 学生 空乘 演员 服务员 售货员 销售员 厨师 领班 警员 文员 秘书"
).split(" ");

/** Words that tell a person's sex and nothing of the work: both forms become the same, or nothing. */
const sexedWords: readonly (readonly [string, string])[] = [
  ["她", "他"],
  ["妳", "你"],
  ["空中小姐", "空中乘务员"],
  ["空姐", "空中乘务员"],
  ["空少", "空中乘务员"],
  ["先生", ""],
  ["女士", ""],
  ["小姐", ""],
  ["太太", ""],
  ...["男", "女", "男性", "女性"].flatMap((sex) => trades.map((trade) => [sex + trade, trade] as const)),
];

type Pair = readonly [string, string];

/** The replacements that change something, by their first character, longest first. */
function byFirst(pairs: readonly Pair[]): Map<string, Pair[]> {
  const lists = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const first = pair[0].charAt(0);
    const list = lists.get(first) ?? [];
    list.push(pair);
    list.sort((a, b) => b[0].length - a[0].length);
    lists.set(first, list);
  }
  return lists;
}
const neutral = byFirst([...regionalWords, ...sexedWords]);
const asWritten = byFirst(regionalWords);

/** The longest word of the lexicon that begins at `at` in folded text; `sexed` leaves words that tell a person's sex as they are. */
export function wordAt(folded: string, at: number, sexed: boolean): Pair | undefined {
  return (sexed ? asWritten : neutral).get(folded.charAt(at))?.find(([word]) => folded.startsWith(word, at));
}

/** How sure a piece of a heading line is a job title or an organisation: 3 by its head word, 1 by a word in it. */
export type RoleScore = { title: number; organisation: number };

const titleWords =
  "engineer|manager|director|officer|consultant|analyst|scientist|researcher|fellow|professor|lecturer|teacher|tutor|instructor|" +
  "assistant|associate|intern|trainee|lead|leader|head|developer|programmer|architect|designer|accountant|auditor|counsel|lawyer|" +
  "solicitor|barrister|paralegal|executive|supervisor|superintendent|specialist|technician|technologist|administrator|coordinator|" +
  "co-ordinator|planner|surveyor|inspector|chemist|pharmacist|nurse|physician|surgeon|dietitian|therapist|optometrist|captain|mate|" +
  "pilot|chef|sommelier|winemaker|oenologist|editor|writer|translator|interpreter|partner|founder|co-founder|president|chairman|" +
  "principal|trader|buyer|broker|agent|representative|secretary|clerk|controller|treasurer|actuary|economist|strategist|advisor|" +
  "adviser|operator|foreman|mechanic|postdoc|ceo|cto|cfo|coo|cio|vp|avp|svp|investigator|producer|apprentice|modeller|student helper";
const titleHead = new RegExp(
  `\\b(?:${titleWords})(?:\\s+(?:[IVX]{1,3}|\\d))?(?:\\s*\\([^)]*\\))?$|\\b(?:head|director|professor|dean|chief|master|vice president|manager) of\\b|^(?:chief|vice president|general manager)\\b`,
  "i",
);
const titleInside = new RegExp(`\\b(?:${titleWords})\\b`, "i");
const titleHan =
  /(?:工程师|经理|总监|主任|主管|专员|助理|顾问|教授|讲师|实习生|负责人|[组队部科处院所校厂店行会科班站]长|总裁|总管|董事长?|合伙人|创始人|秘书|律师|会计|出纳|采购|编辑|记者|翻译|代表|主席|干事|博士后|助教|科学家|总工|船长|轮机长|大副|二副|大管轮|[师员官])(?:\s*\([^)]*\))?$/;
const titleHanInside = /工程师|经理|总监|主任|主管|顾问|教授|研究员|实习生|负责人|分析师|设计师/;

const organisationWords =
  "limited|ltd|inc|llc|llp|plc|corp|corporation|company|group|holdings|gmbh|pte|university|college|institute|polytechnic|hospital|bank|" +
  "authority|council|commission|agency|laboratory|laboratories|labs|lab|centre|center|foundation|association|society|observatory|airport|" +
  "airlines|airways|technologies|technology|solutions|systems|consulting|consultants|partners|associates|industries|pharmaceuticals|" +
  "biotech|shipping|logistics|clinic|school|studio|press|hotel|winery|bureau|ministry|government|capital|securities|insurance|ventures|" +
  "terminals|railway|works|shipyard|therapeutics|pharma|chemicals|robotics|semiconductors|enterprises|trading|contractors|motors|foods|chambers|trust|museum|library|engineering co|co";
const organisationHead = new RegExp(
  `\\b(?:${organisationWords})\\.?(?:\\s*\\([^)]*\\))?$|\\b(?:university|institute|school|college|bank|ministry|academy) of\\b`,
  "i",
);
const organisationInside = new RegExp(`\\b(?:${organisationWords})\\b|\\bdepartment\\b|\\bdivision\\b`, "i");
const organisationHan =
  /(?:公司|集团|大学|学院|研究院|研究所|设计院|研究中心|实验室|医院|银行|师行|事务所|中心|[局署厅]|委员会|协会|学会|商会|总会|基金会|工厂|[厂社店]|酒店|酒庄|学校|中学|小学|机构|工作室|码头|机场|电视台|法院|政府|诊所|航运|联盟)(?:\s*\([^)]*\))?$/;
const organisationHanInside = /公司|集团|大学|学院|研究院|研究所|医院|银行|事务所|部$/;

export function scoreRole(folded: string): RoleScore {
  if (folded.length > 120) return { title: 0, organisation: 0 };
  const title =
    titleHead.test(folded) || titleHan.test(folded)
      ? 3
      : titleInside.test(folded) || titleHanInside.test(folded)
        ? 1
        : 0;
  const organisation =
    organisationHead.test(folded) || organisationHan.test(folded)
      ? 3
      : organisationInside.test(folded) || organisationHanInside.test(folded)
        ? 1
        : 0;
  return { title, organisation };
}

export function isTitle(folded: string): boolean {
  const score = scoreRole(folded);
  return score.title > score.organisation;
}

export function isOrganisation(folded: string): boolean {
  const score = scoreRole(folded);
  return score.organisation > score.title;
}

/** Where "…有限公司高级工程师" falls apart, or -1. */
export function organisationEnd(folded: string): number {
  const found =
    /^.{2,40}?(?:有限责任公司|有限公司|股份公司|集团|大学|研究院|研究所|医院|银行|事务所)(?=.{2,14}$)/.exec(
      folded,
    );
  return found && titleHan.test(folded) ? found[0].length : -1;
}

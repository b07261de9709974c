import type { Line } from "./lines.ts";

export type SectionKind =
  | "header"
  | "experience"
  | "projects"
  | "education"
  | "qualifications"
  | "languages"
  | "skills"
  | "summary"
  | "personal"
  | "references"
  | "title"
  | "other";

/** Simplified script and lower case: headings are compared folded. Sentences are in no CV's headings. */
const phrases: Record<Exclude<SectionKind, "header">, string> = {
  experience:
    "工作经历|工作经验|工作履历|工作背景|工作历史|职业经历|职业履历|任职经历|任职履历|就业经历|从业经历|从业经验|主要工作经历|实习经历|实习经验|实习|" +
    "work experience|working experience|professional experience|employment history|employment record|employment|career history|" +
    "career experience|experience|work history|relevant experience|internship experience|internships|internship|" +
    "research experience|teaching experience|academic appointments|appointments|industry experience",
  projects:
    "项目经历|项目经验|主要项目|代表项目|项目|科研项目|科研经历|研究项目|研究经历|project experience|projects|key projects|selected projects|research projects|" +
    "project highlights",
  education:
    "教育背景|教育经历|教育程度|教育|学历|学历背景|学历及专业资格|学术背景|学术资格|学习经历|education|education background|educational background|" +
    "educational qualifications|academic background|academic qualifications|academic qualification|education history",
  qualifications:
    "专业资格|专业资历|资格证书|证书|专业证书|职业资格|职业证书|执业资格|资格|资质证书|职称|职称证书|会籍|专业会籍|专业会员资格|技能证书|获得证书|所获证书|证照|执照|牌照|" +
    "qualifications|qualification|professional qualifications|professional qualification|certifications|certification|certificates|" +
    "professional certifications|licences|licenses|memberships|membership|professional memberships|professional membership|" +
    "professional affiliations|accreditations|professional licences|professional licenses",
  languages:
    "语言|语言能力|语言水平|语言技能|语言掌握|语文|语文能力|语文程度|外语|外语能力|外语水平|languages|language|language skills|language proficiency|" +
    "language abilities|language ability|linguistic skills",
  skills:
    "技能|技能特长|技能专长|技能及特长|特长|专长|专业技能|专业专长|专业特长|核心技能|核心能力|核心专长|职业技能|个人技能|工作技能|电脑技能|计算机技能|it技能|it 技能|软件技能|" +
    "技术能力|技术技能|技术栈|技术专长|擅长领域|专业领域|专业能力|skills|key skills|core skills|technical skills|professional skills|core competencies|" +
    "core competences|competencies|areas of expertise|expertise|computer skills|it skills|software skills|software|technical expertise|" +
    "skill set|skills summary|key competencies|technical proficiencies|other skills|tools",
  summary:
    "个人简介|个人介绍|个人总结|个人概述|个人概要|个人优势|个人评价|自我评价|自我介绍|自我简介|关于我|简介|概要|职业概述|职业概要|职业简介|职业总结|专业概要|专业简介|" +
    "专业摘要|个人摘要|工作概要|履历摘要|履历概要|summary|profile|professional summary|professional profile|executive summary|career summary|" +
    "about me|about|personal statement|career profile|personal profile|personal summary|introduction|overview|career overview",
  personal:
    "个人资料|个人信息|基本信息|基本资料|基本情况|联系方式|联系信息|联系资料|联系|联络|联络资料|联络方式|联络方法|personal information|" +
    "personal particulars|personal details|personal data|particulars|contact|contact information|contact details|contact me|contacts|求职意向|" +
    "求职目标|应征职位|应聘职位|career objective|objective|job objective|期望薪金|期望薪酬|期望待遇|薪酬|availability|expected salary",
  references: "推荐人|咨询人|介绍人|references|referees|reference",
  title:
    "简历|个人简历|求职简历|履历|个人履历|履历表|个人履历表|中文简历|中文履历|curriculum vitae|resume|résumé|cv|c\\.v\\.",
  other:
    "出版|出版物|论文|发表论文|学术论文|代表论文|论文发表|著作|论著|学术成果|科研成果|专利|专利及论文|publications|selected publications|" +
    "patents|presentations|奖项|获奖|获奖情况|获奖经历|奖励|荣誉|荣誉奖项|奖学金|awards|honours|honors|awards and honours|scholarships|prizes|" +
    "achievements|兴趣|兴趣爱好|爱好|嗜好|interests|hobbies|hobbies and interests|志愿|志愿服务|志愿者经历|义工|义务工作|义工经验|社会服务|社会实践|volunteer|volunteering|" +
    "volunteer experience|voluntary work|community service|活动|校园经历|校园活动|课外活动|学生工作|extra-curricular activities|" +
    "extracurricular activities|activities|leadership|培训|培训经历|培训经验|进修|training|trainings|courses|professional development|附加信息|附加资料|" +
    "其他|其它|其他资料|其他信息|其他情况|additional information|other information|others|other|miscellaneous|teaching|教学|教学经历|conferences|grants",
};

const kinds = Object.keys(phrases) as Exclude<SectionKind, "header">[];
const any = kinds
  .flatMap((kind) => phrases[kind].split("|"))
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const kindOf = new Map(
  kinds.flatMap((kind) =>
    phrases[kind].split("|").map((phrase) => [phrase.replace(/\\/g, ""), kind] as const),
  ),
);
const joint = "[\\s/|&,+·・、()\\[\\]-]*(?:and|及|与|和|暨)?[\\s/|&,+·・、()\\[\\]-]*";
const whole = new RegExp(`^(${any})(?:${joint}(?:${any}))*$`, "i");
const decoration = "\\s■□●○◆◇▪▶►❖✦★☆【】\\[\\]《》〈〉「」<>|#*_=~.:•·-";
const front = new RegExp(
  `^[${decoration}]*(?:第?[一二三四五六七八九十]{1,3}|\\d{1,2}|[IVX]{1,4}|[A-H])?[${decoration}、)]+`,
);
const back = new RegExp(`[${decoration}]+$`);
const longest = 60;

/** `rest` is where the section's content begins on the same line, or null. `separator` is what stands before it. */
export type Heading = {
  kind: Exclude<SectionKind, "header">;
  rest: number | null;
  separator: "colon" | "tab" | null;
};

export function headingOf(line: Line): Heading | null {
  // plain bullets belong to lists; squares and the like decorate headings
  if (line.marker !== null && /^[•·‧・･*\-o✓√]$/.test(line.marker)) return null;
  const cut = /[:\t]/.exec(line.folded.slice(0, longest + 1));
  if (!cut && line.folded.length > longest) return null;
  const kind = kindOfHeading(cut ? line.folded.slice(0, cut.index) : line.folded);
  if (!kind) return null;
  const isEmpty =
    !cut ||
    line.folded
      .slice(cut.index + 1)
      .replace(back, "")
      .trim() === "";
  if (isEmpty) return { kind, rest: null, separator: null };
  return { kind, rest: cut.index + 1, separator: cut[0] === ":" ? "colon" : "tab" };
}

function kindOfHeading(folded: string): Exclude<SectionKind, "header"> | null {
  const bare = folded.replace(back, "").trim();
  for (const candidate of [bare, bare.replace(front, "")]) {
    const squeezed = /^\S(?: +\S)+$/.test(candidate) ? candidate.replace(/ +/g, "") : candidate;
    const first = whole.exec(squeezed.trim())?.[1]?.toLowerCase();
    if (first) return kindOf.get(first) ?? null;
  }
  return null;
}

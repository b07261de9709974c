import { now } from "#lib/clock.ts";
import { db, type Tx } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Seed = Pick<Prisma.CooperationProjectCreateManyInput, "id" | "basis" | "leadOffice"> & {
  name: [hans: string, hant: string, en: string];
  summary: [hans: string, hant: string, en: string];
};

/** Seven projects over two years: four were named in public at the signing, three are inferred and say so. */
const SEVEN: Seed[] = [
  {
    id: "talent-attraction-platform",
    basis: "STATED",
    leadOffice: "HONG_KONG",
    name: ["精准引才平台", "精準引才平台", "Precise talent-attraction platform"],
    summary: [
      "按烟台产业的实际需要，寻找对口的专家与团队，一人一策。",
      "按煙台產業的實際需要，尋找對口的專家與團隊，一人一策。",
      "Finds the experts and teams that Yantai’s industries need, with one plan for each person.",
    ],
  },
  {
    id: "international-talent-database",
    basis: "STATED",
    leadOffice: "HONG_KONG",
    name: ["国际人才库共建", "國際人才庫共建", "Joint international talent database"],
    summary: [
      "两地共同建设的国际人才库。",
      "兩地共同建設的國際人才庫。",
      "A database of international talents that both places build together.",
    ],
  },
  {
    id: "innovation-competition",
    basis: "STATED",
    leadOffice: "YANTAI",
    name: ["创新创业大赛", "創新創業大賽", "Innovation & entrepreneurship competition"],
    summary: [
      "面向创新创业项目的赛事。",
      "面向創新創業項目的賽事。",
      "A competition for innovation and start-up projects.",
    ],
  },
  {
    id: "internship-base",
    basis: "STATED",
    leadOffice: "YANTAI",
    name: [
      "香港大学生烟台实习基地",
      "香港大學生煙台實習基地",
      "Yantai internship base for Hong Kong students",
    ],
    summary: [
      "香港学生到烟台实习的基地。",
      "香港學生到煙台實習的基地。",
      "A base in Yantai where students from Hong Kong do internships.",
    ],
  },
  {
    id: "policy-and-settling-in",
    basis: "INFERRED",
    leadOffice: "YANTAI",
    name: ["政策直通与落地服务", "政策直通與落地服務", "Policy access and settling-in service"],
    summary: [
      "解读就业与创业政策，从安家补贴到项目融资，陪同办理。",
      "解釋就業與創業政策，由安家補貼到項目融資，陪同辦理。",
      "Explains employment and start-up policies, from settling-in subsidy to project financing, and helps with the steps.",
    ],
  },
  {
    id: "joint-research-incubation",
    basis: "INFERRED",
    leadOffice: "YANTAI",
    name: ["联合研发与孵化", "聯合研發與孵化", "Joint R&D and incubation"],
    summary: [
      "香港科研团队与烟台企业联合研发，成果在烟台转化。",
      "香港科研團隊與煙台企業聯合研發，成果在煙台轉化。",
      "Hong Kong research teams and Yantai enterprises do joint R&D; results are commercialised in Yantai.",
    ],
  },
  {
    id: "two-way-exchange",
    basis: "INFERRED",
    leadOffice: "HONG_KONG",
    name: ["双向交流活动", "雙向交流活動", "Two-way exchange events"],
    summary: [
      "两地专业人士互访、交流与培训。",
      "兩地專業人士互訪、交流與培訓。",
      "Professionals of both places visit, meet and train with one another.",
    ],
  },
];

const texts = ([hans, hant, en]: Seed["name"]) => ({ "zh-Hans": hans, "zh-Hant": hant, en });

/** Puts in the projects that are not there yet; what staff have changed since stays. */
export async function seedProjects(tx: Tx | typeof db = db): Promise<void> {
  await tx.cooperationProject.createMany({
    data: SEVEN.map((project, index) => ({
      ...project,
      ordinal: index + 1,
      status: "PLANNED" as const,
      source: project.basis === "STATED" ? "signing" : "inferred",
      name: texts(project.name),
      summary: texts(project.summary),
      updatedAt: now(),
    })),
    skipDuplicates: true,
  });
}

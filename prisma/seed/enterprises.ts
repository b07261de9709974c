import { DEMO_PASSWORD } from "#lib/accounts/demo.ts";
import { viewerOf } from "#lib/auth/session.ts";
import { registerEnterprise, requestEnterpriseChanges, verifyEnterprise } from "#lib/enterprises/commands.ts";
import { creditCodeCheck } from "#lib/enterprises/licence.ts";
import type { CHAINS, DISTRICTS } from "#lib/terms/terms.ts";
import type { Calendar } from "./calendar.ts";

type DemoEnterprise = {
  key: string;
  email: string;
  name: string;
  nameEn: string;
  chain: (typeof CHAINS)[number];
  district: (typeof DISTRICTS)[number];
  ftz?: boolean;
  contactName: string;
  contactPhone: string;
  about: string;
  locale: "zh-Hans" | "zh-Hant" | "en";
  state?: "submitted" | "changesRequested";
  /** the day it registered, where its history is longer than the others' */
  since?: number;
};

/** Fictional, and named so that nobody can take them for real. */
export const DEMO_ENTERPRISES: DemoEnterprise[] = [
  {
    key: "wind",
    email: "enterprise@demo.example",
    name: "示例·渤海风电装备有限公司",
    nameEn: "Demo Bohai Wind Equipment",
    chain: "clean-energy",
    district: "penglai",
    ftz: true,
    contactName: "林工（演示）",
    contactPhone: "+86 535 000 0101",
    about: "制造单桩与导管架，服务北方海域风场。",
    locale: "zh-Hans",
  },
  {
    key: "pharma",
    email: "pharma@demo.example",
    name: "示例·黄海生物制药股份有限公司",
    nameEn: "Demo Huanghai Biologics",
    chain: "biomedicine",
    district: "huangbohai",
    ftz: true,
    contactName: "陈经理（演示）",
    contactPhone: "+86 535 000 0102",
    about: "抗体药物与细胞治疗的研发、生产。",
    locale: "zh-Hans",
  },
  {
    key: "materials",
    email: "materials@demo.example",
    name: "示例·胶东新材料有限公司",
    nameEn: "Demo Jiaodong Materials",
    chain: "green-petrochemicals",
    district: "longkou",
    contactName: "孙部长（演示）",
    contactPhone: "+86 535 000 0103",
    about: "聚氨酯、高性能纤维与循环材料。",
    locale: "zh-Hans",
  },
  {
    key: "auto",
    email: "auto@demo.example",
    name: "示例·芝罘汽车电子有限公司",
    nameEn: "Demo Zhifu Automotive Electronics",
    chain: "automotive",
    district: "fushan",
    contactName: "王女士（演示）",
    contactPhone: "+86 535 000 0104",
    about: "电池系统、驱动电机与车载控制器。",
    locale: "zh-Hans",
  },
  {
    key: "wine",
    since: -150,
    email: "wine@demo.example",
    name: "示例·葡萄海岸酒业有限公司",
    nameEn: "Demo Vine Coast Winery",
    chain: "food-wine",
    district: "penglai",
    contactName: "周先生（演示）",
    contactPhone: "+86 535 000 0105",
    about: "酒庄、葡萄园与食品研发。",
    locale: "zh-Hans",
  },
  {
    key: "vision",
    email: "vision@demo.example",
    name: "示例·莱山智能装备有限公司",
    nameEn: "Demo Laishan Intelligent Equipment",
    chain: "digital-economy",
    district: "laishan",
    contactName: "徐主任（演示）",
    contactPhone: "+86 535 000 0106",
    about: "工业视觉、制造执行系统与机器人应用。",
    locale: "zh-Hans",
  },
  {
    key: "port",
    email: "port@demo.example",
    name: "示例·芝罘湾港航物流集团",
    nameEn: "Demo Zhifu Bay Port & Logistics",
    chain: "marine-engineering",
    district: "zhifu",
    contactName: "刘船长（演示）",
    contactPhone: "+86 535 000 0107",
    about: "集装箱码头、船舶管理与跨境金融服务。",
    locale: "zh-Hans",
  },
  {
    key: "harbour",
    email: "harbour@demo.example",
    name: "示例·維港創科服務有限公司",
    nameEn: "Demo Victoria Harbour Innovation Services",
    chain: "modern-services",
    district: "hongkong",
    contactName: "Ms Cheung (demo)",
    contactPhone: "+852 5550 0108",
    about: "香港機構：細胞治療、食品化驗與邊緣視覺，歡迎煙台人才來港。",
    locale: "zh-Hant",
  },
  {
    key: "waiting",
    email: "aero@demo.example",
    name: "示例·海阳商业航天配套有限公司",
    nameEn: "Demo Haiyang Space Components",
    chain: "aerospace",
    district: "haiyang",
    contactName: "高工（演示）",
    contactPhone: "+86 535 000 0109",
    about: "火箭结构件与海上发射配套。",
    locale: "zh-Hans",
    state: "submitted",
  },
  {
    key: "returned",
    email: "gold@demo.example",
    name: "示例·招远贵金属材料有限公司",
    nameEn: "Demo Zhaoyuan Precious Metals",
    chain: "non-ferrous-metals",
    district: "zhaoyuan",
    contactName: "于经理（演示）",
    contactPhone: "+86 535 000 0110",
    about: "键合丝与贵金属靶材。",
    locale: "zh-Hans",
    state: "changesRequested",
  },
];

function licenceOf(index: number, district: string): string {
  if (district === "hongkong") return `7000010${index}`;
  const body = `91370600MA0DEM${String(index).padStart(3, "0")}`;
  return body + creditCodeCheck(body);
}

/** Registers the enterprises and has the Yantai office verify them. Returns the ids by key. */
export async function seedEnterprises(calendar: Calendar): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const officer = await viewerOf("staff.yt@demo.example");
  for (const [index, one] of DEMO_ENTERPRISES.entries()) {
    const { key, state, email, ftz = false, since = -30 + index * 0.4, ...details } = one;
    const { enterpriseId } = await calendar.on(since, () =>
      registerEnterprise({
        ...details,
        ftz,
        email,
        password: DEMO_PASSWORD,
        displayName: details.contactName,
        website: null,
        licenceNumber: licenceOf(index + 1, details.district),
        agreed: true,
        demo: true,
        verified: true,
      }),
    );
    ids.set(key, enterpriseId);
    if (state === "changesRequested")
      await calendar.on(-3, () =>
        requestEnterpriseChanges(officer, enterpriseId, {
          reason: "营业执照副本上的名称与填写的名称不一致，请更正后重新提交。",
        }),
      );
    if (!state)
      await calendar.on(since + 2, () =>
        verifyEnterprise(officer, enterpriseId, { note: "已核对登记信息。" }),
      );
  }
  return ids;
}

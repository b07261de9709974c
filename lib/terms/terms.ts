/** The closed lists of the field, shared by schemas, forms and filters. Labels: messages `terms.<list>.<value>`. */
export const BASES = ["HK", "MO", "CN", "YT", "OVERSEAS"] as const;
export const PATHWAYS = [
  "hkmo_chinese_resident",
  "hkmo_other_resident",
  "mainland_resident",
  "foreign_national",
] as const;
export const DIRECTIONS = ["hk_to_yantai", "yantai_to_hk", "both"] as const;
export const NEED_DIRECTIONS = ["hk_to_yantai", "yantai_to_hk"] as const;
export const INTENTIONS = ["full_time", "flexible", "project", "entrepreneurship", "internship"] as const;
export const MODES = ["full_time", "flexible", "project", "internship"] as const;
export const EDUCATION_LEVELS = ["secondary", "associate", "bachelor", "master", "doctorate"] as const;
export const LANGUAGE_CODES = ["yue", "cmn", "en", "ja", "ko", "de", "fr", "ru"] as const;
export const LANGUAGE_LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;
export const CURRENCIES = ["CNY", "HKD"] as const;
export const PAY_PERIODS = ["year", "month", "day"] as const;
export const NEED_TYPES = ["job", "expert", "challenge", "internship"] as const;
export const CHAINS = [
  "green-petrochemicals",
  "non-ferrous-metals",
  "high-end-equipment",
  "marine-engineering",
  "electronics",
  "automotive",
  "food-wine",
  "biomedicine",
  "clean-energy",
  "aerospace",
  "digital-economy",
  "modern-services",
] as const;
export const DISTRICTS = [
  "zhifu",
  "fushan",
  "laishan",
  "muping",
  "penglai",
  "huangbohai",
  "gaoxin",
  "longkou",
  "laiyang",
  "laizhou",
  "zhaoyuan",
  "qixia",
  "haiyang",
  "changdao",
  "hongkong",
] as const;
export const OFFICES = ["HONG_KONG", "YANTAI"] as const;
type Office = (typeof OFFICES)[number];
export const otherOffice = (office: Office): Office => (office === "YANTAI" ? "HONG_KONG" : "YANTAI");

/** Simplified names of the districts, as they stand in imported files. */
export const DISTRICT_NAMES: Record<string, (typeof DISTRICTS)[number]> = {
  芝罘区: "zhifu",
  福山区: "fushan",
  莱山区: "laishan",
  牟平区: "muping",
  蓬莱区: "penglai",
  黄渤海新区: "huangbohai",
  高新区: "gaoxin",
  龙口市: "longkou",
  莱阳市: "laiyang",
  莱州市: "laizhou",
  招远市: "zhaoyuan",
  栖霞市: "qixia",
  海阳市: "haiyang",
  长岛: "changdao",
  香港: "hongkong",
  "Hong Kong": "hongkong",
};
